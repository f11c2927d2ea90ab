import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createCentralApi, generateDeviceKey } from '../../../src/main/services/central-api/index.ts'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { type EnrolledKiosk, enrolKiosk, must, noteHooks } from '../../helpers/enrolled-kiosk.ts'
import { makePacket } from '../../helpers/packet.ts'
import { startRecordingProxy } from '../../helpers/recording-proxy.ts'

let now: Date
let central: TestCentral
let kiosk: EnrolledKiosk
const clock = { now: () => now }

beforeEach(async () => {
  now = new Date('2026-11-23T02:15:00Z')
  central = await startTestCentral({ clock: () => now })
  kiosk = await enrolKiosk({ ...central, clock })
})
afterEach(() => central.stop())

const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}

describe('enrolment', () => {
  test('may be repeated with the same key when its answer was lost, by nobody else', async () => {
    const code = central.newEnrolmentCode()
    const mine = await generateDeviceKey()
    const input = { code, deviceName: 'Meja 2', publicKey: mine.publicKey }
    const first = must(await kiosk.api.enrol(input))
    expect(must(await kiosk.api.enrol({ ...input, code: code.toLowerCase() }))).toEqual(first)
    const theirs = await generateDeviceKey()
    expect(await kiosk.api.enrol({ ...input, publicKey: theirs.publicKey })).toEqual({
      ok: false,
      error: { kind: 'forbidden', detail: 'This code was already used.' },
    })
  })

  test('codes cannot be guessed quickly', async () => {
    const { publicKey } = await generateDeviceKey()
    const guess = (code: string) => kiosk.api.enrol({ code, deviceName: 'x', publicKey })
    for (let n = 0; n < 10; n += 1)
      expect(await guess(`AAAA-${n}`)).toMatchObject({ error: { kind: 'forbidden' } })
    const code = central.newEnrolmentCode()
    expect(await guess(code)).toMatchObject({ error: { kind: 'later', status: 429, retryAfterSeconds: 600 } })
    pass(600)
    expect(await guess(code)).toMatchObject({ ok: true })
  })
})

describe('the bearer token', () => {
  test('is fetched once, kept, and renewed before it ends', async () => {
    const proxy = await startRecordingProxy(central.url)
    const api = kiosk.at(proxy.url)
    const tokens = () => proxy.exchanges.filter((one) => one.url === '/v1/token').length
    await Promise.all([api.changes(''), api.changes(''), api.usernameFree('x')])
    expect(tokens()).toBe(1)
    pass(860)
    must(await api.changes(''))
    expect(tokens()).toBe(1)
    pass(15)
    must(await api.changes(''))
    expect(tokens()).toBe(2)
    expect(proxy.exchanges.filter((one) => one.status === 401)).toEqual([])
    await proxy.stop()
  })

  test('that the central no longer knows is replaced once, in the middle of an upload too', async () => {
    const proxy = await startRecordingProxy(central.url)
    // A kiosk whose clock stands still does not notice that its token ends.
    const still = new Date(now)
    const api = createCentralApi({
      baseUrl: proxy.url,
      getCredentials: () => kiosk.credentials,
      getReceiptKey: () => kiosk.enrolment.receiptKey,
      clock: { now: () => still },
      chunkBytes: 10_000,
    })
    const packet = await makePacket(kiosk.enrolment.recipients, undefined, 30_000)
    const hooks = noteHooks()
    let passed = false
    const receipt = await api.submit(packet, {
      ...hooks,
      onProgress() {
        if (!passed) pass(901)
        passed = true
      },
    })
    expect(receipt.ok).toBe(true)
    const refused = proxy.exchanges.filter((one) => one.status === 401)
    expect(refused.map((one) => `${one.method} ${one.url.split('/')[2]}`)).toEqual([
      'PATCH uploads',
      'POST token',
    ])
    expect(proxy.exchanges.filter((one) => one.url === '/v1/token')).toHaveLength(3)
    await proxy.stop()
  })

  test.each([
    ['behind', -7_200],
    ['ahead', 7_200],
  ])('is had by a kiosk whose clock is two hours %s', async (_name, seconds) => {
    const wrong = { now: () => new Date(now.getTime() + seconds * 1000) }
    const api = createCentralApi({
      baseUrl: central.url,
      getCredentials: () => kiosk.credentials,
      getReceiptKey: () => kiosk.enrolment.receiptKey,
      clock: wrong,
    })
    expect(must(await api.changes(''))).toEqual({ items: [], unreadable: [], cursor: '' })
    expect(must(await api.health()).skewSeconds).toBe(seconds)
  })

  test('is not had by a stranger', async () => {
    const { privateKey } = await generateDeviceKey()
    const api = createCentralApi({
      baseUrl: central.url,
      getCredentials: () => ({ deviceId: kiosk.credentials.deviceId, privateKey }),
      getReceiptKey: () => null,
      clock,
    })
    expect(await api.changes('')).toEqual({ ok: false, error: { kind: 'unauthorised' } })
  })
})

describe('a code to a contact', () => {
  const phone = { visitId: 'a', channel: 'phone', destination: '+6281234567890' } as const
  const newest = async () => (await central.messages())[0]?.code ?? ''
  const wrongFor = (code: string) => (code === '000000' ? '111111' : '000000')

  test('may be tried five times', async () => {
    const { codeId } = must(await kiosk.api.requestCode(phone))
    const code = await newest()
    const answers: unknown[] = []
    for (let n = 0; n < 6; n += 1)
      answers.push(must(await kiosk.api.verifyCode({ codeId, code: wrongFor(code) })))
    expect(answers).toEqual([
      ...[4, 3, 2, 1].map((triesLeft) => ({ kind: 'wrong', triesLeft })),
      { kind: 'spent' },
      { kind: 'spent' },
    ])
    expect(must(await kiosk.api.verifyCode({ codeId, code }))).toEqual({ kind: 'spent' })
  })

  test('lasts five minutes', async () => {
    const { codeId, expiresAt } = must(await kiosk.api.requestCode(phone))
    expect(expiresAt).toBe('2026-11-23T02:20:00.000Z')
    const code = await newest()
    pass(299)
    expect(must(await kiosk.api.verifyCode({ codeId, code }))).toEqual({ kind: 'accepted' })
    pass(1)
    expect(must(await kiosk.api.verifyCode({ codeId, code }))).toEqual({ kind: 'expired' })
  })

  test('is sent again after a minute, and the earlier one is void', async () => {
    const first = must(await kiosk.api.requestCode(phone))
    const code = await newest()
    pass(15)
    const wait = { ok: false, error: { kind: 'later', status: 429, retryAfterSeconds: 45 } }
    expect(await kiosk.api.requestCode(phone)).toEqual(wait)
    // Another number needs no wait (S10: "Ganti nomor" voids the code), nor does the other channel.
    must(await kiosk.api.requestCode({ ...phone, destination: '+6281234567891' }))
    must(await kiosk.api.requestCode({ ...phone, channel: 'email', destination: 'a@gmail.com' }))
    expect(must(await kiosk.api.verifyCode({ codeId: first.codeId, code }))).toEqual({ kind: 'expired' })
    pass(45)
    must(await kiosk.api.requestCode(phone))
  })

  test('is not sent to one number more than five times in ten minutes', async () => {
    for (let n = 0; n < 5; n += 1) must(await kiosk.api.requestCode({ ...phone, visitId: `visit ${n}` }))
    expect(await kiosk.api.requestCode({ ...phone, visitId: 'visit 6' })).toMatchObject({
      error: { kind: 'later', status: 429, retryAfterSeconds: 600 },
    })
  })

  test('can be checked only by the kiosk that asked for it', async () => {
    const { codeId } = must(await kiosk.api.requestCode(phone))
    const other = await enrolKiosk({ url: central.url, enrolmentCode: central.newEnrolmentCode(), clock })
    expect(await other.api.verifyCode({ codeId, code: await newest() })).toMatchObject({
      error: { status: 404 },
    })
  })
})
