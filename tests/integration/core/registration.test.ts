import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { setUpAndSignIn, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'
import { registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'

const codeSentTo = (messages: Awaited<ReturnType<TestCentral['messages']>>, to: string) =>
  messages.find((message) => message.to.includes(to) && message.code)?.code

describe('a registration, from the desk to the central and back', () => {
  let central: TestCentral
  let kiosk: TestKiosk

  beforeAll(async () => {
    central = await startTestCentral()
    kiosk = await startTestKiosk({ demo: { centralUrl: central.url, enrolmentCode: central.enrolmentCode } })
    await kiosk.call('staff.signIn', {
      staffId: (await kiosk.call('staff.choices', {}))[0]?.id ?? '',
      pin: '121212',
    })
    await waitUntil('the kiosk is online', async () => (await kiosk.call('app.status', {})).network.online)
  })
  afterAll(async () => {
    await kiosk?.remove()
    await central?.stop()
  })

  test('is delivered, and the deferred codes hold the verdict back', async () => {
    const receipt = await registerPerson(kiosk.call, testPerson(1))
    expect(receipt.reference).toMatch(/^KT-/)
    expect(receipt.maskedNik).toBe('6271 **** **** 0001')
    expect(receipt.deferred).toEqual(['phone-code', 'email-code'])
    const sent = await waitUntil('the packet arrives', async () => {
      const [row] = await kiosk.call('submission.list', { limit: 5 })
      return row?.state === 'menunggu-verifikasi' && row
    })
    expect(sent.maskedName).not.toContain('CONTOH')
    // What the office sets later is not what this registrant was told.
    const { promised, recipients } = receipt.stored
    expect(recipients?.id).toBe('LKPP, Privy, Dukcapil')
    await kiosk.call('app.setRetention', { verified: 7, rejected: 60, sent: 120, audit: 90 })
    const again = await kiosk.call('submission.check', {
      reference: receipt.reference.toLowerCase(),
      birthDate: '1990-08-17',
    })
    expect(again.reference).toBe(receipt.reference)
    expect(promised).toEqual({ verified: 1, rejected: 14, sent: 90 })
    expect(again.stored.promised).toEqual(promised)
    await expect(
      kiosk.call('submission.check', { reference: receipt.reference, birthDate: '1990-08-18' }),
    ).rejects.toMatchObject({ error: { code: 'not-found' } })
  })

  test('with codes typed at the kiosk it is verified', async () => {
    const person = testPerson(2)
    const { call } = kiosk
    await call('visit.start', { service: 'profil', language: 'id' })
    const save = (step: string, values: Record<string, string | boolean | string[]>) =>
      call('visit.saveStep', { step, values, advance: true })
    const { plainPicture, portrait } = await import('../../helpers/register.ts')
    await save('siapa', { pemohon: 'penyedia' })
    await save('syarat', { dibawa: ['ktp', 'hp', 'email', 'npwp'] })
    await save('persetujuan', { setujuData: true, setujuTandaTangan: true, caraSetuju: 'dibacakan' })
    await call('visit.keepPhoto', { purpose: 'ktp-frame', jpeg: await plainPicture() })
    await save('foto-ktp', { ketikSendiri: true })
    await save('cocokkan', { nik: person.nik, nama: person.nama, tanggalLahir: '1990-08-17' })
    const afterNik = await save('nik', { nikBenar: true })
    expect(afterNik.step).toBe('kontak')
    expect(afterNik.values.username).toBeTruthy()
    await save('kontak', { email: person.email, hp: person.hp })
    for (const channel of ['phone', 'email'] as const) {
      const request = await call('visit.requestCode', { channel })
      expect(request.kind).toBe('sent')
      const wrong = await call('visit.verifyCode', { channel, code: '000000' })
      expect(wrong.kind).toBe('wrong')
      const digits = channel === 'phone' ? '812' : 'contoh.nama2'
      const code = codeSentTo(await central.messages(), digits)
      expect(await call('visit.verifyCode', { channel, code: code ?? '' })).toEqual({ kind: 'accepted' })
    }
    await expect(save('kontak', { email: 'lain@gmail.com', hp: person.hp })).rejects.toMatchObject({
      error: { code: 'form', issues: [{ field: 'email', code: 'review.locked' }] },
    })
    await save('kode', {})
    await call('visit.keepPhoto', { purpose: 'swafoto', jpeg: portrait() })
    await save('swafoto', { tanpaKacamataMasker: true })
    await save('tinjau', { sudahDitinjau: true })
    const receipt = await call('visit.submit', {})
    expect(receipt.deferred).toEqual([])
    await waitUntil('it is verified', async () => {
      const rows = await call('submission.list', { limit: 5 })
      return rows.find((row) => row.reference === receipt.reference)?.state === 'terverifikasi'
    })
    expect(await call('visit.current', {})).toBeNull()
  })
})

describe('first set-up without demo', () => {
  test('connects, makes the first admin, refuses weak PINs and a second set-up', async () => {
    const central = await startTestCentral({ demo: false })
    const kiosk = await startTestKiosk()
    try {
      const input = {
        office: { code: '62', name: 'LPSE Contoh' },
        admin: { name: 'Admin', pin: '121212' },
        central: { url: central.url, enrolmentCode: central.enrolmentCode },
        deviceName: 'Kios 1',
      }
      await expect(kiosk.call('app.setUp', input)).rejects.toMatchObject({ error: { code: 'form' } })
      await setUpAndSignIn(kiosk.call, central)
      const status = await kiosk.call('app.status', {})
      expect(status).toMatchObject({ setUp: true, demo: null, intake: { open: true, reason: null } })
      await expect(
        kiosk.call('app.setUp', { ...input, admin: { name: 'B', pin: '583921' } }),
      ).rejects.toMatchObject({
        error: { code: 'wrong-state' },
      })
    } finally {
      await kiosk.remove()
      await central.stop()
    }
  })
})
