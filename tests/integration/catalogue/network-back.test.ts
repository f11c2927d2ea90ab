import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { startTestCentral } from '../../helpers/central.ts'
import { startTestKiosk } from '../../helpers/kiosk.ts'
import { plainPicture, portrait, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'kiosk-central-'))
let central = await startTestCentral({ dataDir })
const { url } = central
const kiosk = await startTestKiosk({
  demo: { centralUrl: central.url, enrolmentCode: central.enrolmentCode },
})
const { call } = kiosk
afterAll(async () => {
  await kiosk.remove()
  await central.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const save = (step: string, values: Record<string, string | boolean | string[]>) =>
  call('visit.saveStep', { step, values, advance: true })
const untilNetwork = (online: boolean) =>
  waitUntil(`the network is ${online ? 'there' : 'gone'}`, async () => {
    return (await call('sync.now', {})).network.online === online
  })
/** The codes that the central sent to both contacts, typed at the kiosk. */
async function typeCodes(): Promise<void> {
  for (const channel of ['phone', 'email'] as const) {
    await call('visit.requestCode', { channel })
    const [message] = await central.messages()
    expect(await call('visit.verifyCode', { channel, code: message?.code ?? '' })).toEqual({
      kind: 'accepted',
    })
  }
  await save('kode', {})
}
/** The central's address answers again, with all that it knew. */
const putCableIn = async () => {
  central = await startTestCentral({ dataDir, port: Number(new URL(url).port) })
  await untilNetwork(true)
}
const pullCable = async () => {
  await central.stop()
  await untilNetwork(false)
}

it('asks about address, username and company by itself when the network comes back during the visit', async () => {
  const [petugas] = await call('staff.choices', {})
  await call('staff.signIn', { staffId: petugas?.id ?? '', pin: '121212' })
  await untilNetwork(true)
  const person = testPerson(7)
  await call('visit.start', { service: 'akun', language: 'id' })
  await save('syarat', { dibawa: ['hp', 'email'] })
  await save('persetujuan', { setujuData: true, caraSetuju: 'sendiri' })
  await save('pemilik', { nama: person.nama, tanggalLahir: '1990-08-17' })
  await pullCable()
  const put = await save('kontak', { email: 'sudah.ada@gmail.com', hp: person.hp, username: 'admin' })
  expect(put.checks).toEqual({ 'email-registered': 'deferred', 'username-free': 'deferred' })
  await putCableIn()
  await waitUntil('the central was asked', async () => {
    const checks = (await call('visit.current', {}))?.checks ?? {}
    return checks['email-registered'] === 'failed' && checks['username-free'] === 'failed'
  })
  await call('visit.end', { reason: 'withdrawn' })

  await call('visit.start', { service: 'akses-penyedia', language: 'id', answers: { profil: 'sudah' } })
  await save('syarat', { dibawa: ['ktp', 'hp', 'email', 'nib', 'npwp-usaha', 'dokumen-usaha'] })
  await save('persetujuan', { setujuData: true, caraSetuju: 'sendiri' })
  await call('visit.keepPhoto', { purpose: 'ktp-frame', jpeg: await plainPicture() })
  await save('foto-ktp', { ketikSendiri: true })
  await save('cocokkan', { nik: person.nik, nama: person.nama, tanggalLahir: '1990-08-17' })
  await save('nik', { nikBenar: true })
  await pullCable()
  await save('kontak-akun', { email: person.email, hp: person.hp })
  await call('visit.deferCodes', {})
  await save('kode', {})
  await save('tipe-penyedia', { tipePenyedia: 'pemilik' })
  const away = await save('perusahaan', {
    nib: '9120001231111',
    statusPerusahaan: 'baru',
    namaPerusahaan: 'PT Diketik',
  })
  expect([away.checks.nib, away.step]).toEqual(['deferred', 'usaha'])
  await putCableIn()
  // Registered already: the person joins it, and is asked for the letter alone. What was typed stays; codes are a person's.
  const now = await waitUntil('the company was asked about', async () => {
    const visit = await call('visit.current', {})
    return visit?.checks.nib === 'passed' ? visit : undefined
  })
  expect(now.values).toMatchObject({ statusPerusahaan: 'terdaftar', namaPerusahaan: 'PT Diketik' })
  expect(now.steps).not.toContain('usaha')
  expect(now.checks['phone-code']).toBe('deferred')
})

it('asks which accesses are held when the network comes back at that question', async () => {
  const person = testPerson(8)
  await call('visit.end', { reason: 'withdrawn' })
  await call('visit.start', { service: 'nonaktif-akses', language: 'id' })
  await save('syarat', { dibawa: ['ktp', 'hp', 'email'] })
  await save('persetujuan', { setujuData: true, caraSetuju: 'sendiri' })
  await call('visit.keepPhoto', { purpose: 'ktp-frame', jpeg: await plainPicture() })
  await save('foto-ktp', { ketikSendiri: true })
  await save('cocokkan', { nik: person.nik, nama: person.nama, tanggalLahir: '1990-08-17' })
  await save('nik', { nikBenar: true })
  await save('kontak-akun', { email: person.email, hp: person.hp })
  await typeCodes()
  await call('visit.keepPhoto', { purpose: 'swafoto', jpeg: portrait() })
  await pullCable()
  await save('swafoto', { tanpaKacamataMasker: true })
  expect(await call('visit.checkAccesses', {})).toMatchObject({
    accesses: null,
    checks: { accesses: 'deferred' },
  })
  await call('visit.saveStep', { step: 'peran', values: { perwakilan: 'klpd' }, advance: false })
  await putCableIn()
  const now = await waitUntil('the central told the accesses', async () => {
    const visit = await call('visit.current', {})
    return visit?.accesses ? visit : undefined
  })
  // They are there to choose from; what was typed meanwhile stays.
  expect(now.accesses).toMatchObject([{ peran: 'ppk' }])
  expect(now.values.perwakilan).toBe('klpd')
})
