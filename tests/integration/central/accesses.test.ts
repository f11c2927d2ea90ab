import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { type EnrolledKiosk, enrolKiosk, must } from '../../helpers/enrolled-kiosk.ts'

const CONTACTS = { phone: '+6281234567890', email: 'contoh@gmail.com' }
const NIK = '6271011708900001'
const UNPROVEN = {
  ok: false,
  error: { kind: 'refused', status: 409, problem: 'contact-unproven', detail: '' },
}

let now: Date
let central: TestCentral
let kiosk: EnrolledKiosk
const clock = { now: () => now }
const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}

beforeEach(async () => {
  now = new Date('2026-11-23T02:15:00Z')
  central = await startTestCentral({ clock: () => now })
  kiosk = await enrolKiosk({ ...central, clock })
})
afterEach(() => central.stop())

const request = (channel: 'phone' | 'email', visitId = 'a') =>
  kiosk.api.requestCode({ visitId, channel, destination: CONTACTS[channel] })
const ask = (visitId = 'a', api = kiosk.api) => api.accesses({ visitId, nik: NIK })

/** A code to one of the contacts, typed. */
async function prove(channel: 'phone' | 'email', visitId = 'a'): Promise<void> {
  const { codeId } = must(await request(channel, visitId))
  const code = (await central.messages())[0]?.code ?? ''
  expect(must(await kiosk.api.verifyCode({ codeId, code }))).toEqual({ kind: 'accepted' })
}

test('are told once both codes of the visit were accepted', async () => {
  expect(await ask()).toEqual(UNPROVEN)
  await prove('phone')
  expect(await ask()).toEqual(UNPROVEN)
  must(await request('email'))
  expect(await ask()).toEqual(UNPROVEN)
  pass(61)
  await prove('email')
  expect(must(await ask())).toMatchObject([
    {
      peran: 'ppk',
      instansi: { code: '62.71', name: 'Pemerintah Kota Palangka Raya' },
      satuanKerja: { code: '62.71-05', name: 'Dinas Kesehatan Kota Palangka Raya' },
      akhirBerlaku: '2026-12-31',
      state: 'aktif',
    },
  ])
})

test('are told neither to another visit nor to another device', async () => {
  await prove('phone')
  await prove('email')
  expect(await ask('b')).toEqual(UNPROVEN)
  // One code of each visit is the proof of neither.
  await prove('phone', 'b')
  expect(await ask('b')).toEqual(UNPROVEN)
  const other = await enrolKiosk({ url: central.url, enrolmentCode: central.newEnrolmentCode(), clock })
  expect(await ask('a', other.api)).toEqual(UNPROVEN)
  expect(must(await ask())).toHaveLength(1)
})

test('are told for an hour after the first of the two codes', async () => {
  await prove('phone')
  pass(600)
  await prove('email')
  pass(2_999)
  expect(must(await ask())).toHaveLength(1)
  pass(1)
  expect(await ask()).toEqual(UNPROVEN)
})

test('are told no more once a contact was changed: its new code is still to be typed', async () => {
  await prove('phone')
  await prove('email')
  pass(61)
  must(await kiosk.api.requestCode({ visitId: 'a', channel: 'phone', destination: '+6281234567891' }))
  expect(await ask()).toEqual(UNPROVEN)
})
