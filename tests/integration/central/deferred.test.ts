import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SubmissionPayload } from '#shared/domain/submission/payload.ts'
import type { CentralApi } from '../../../src/main/services/central-api/index.ts'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { type EnrolledKiosk, enrolKiosk, must, noteHooks } from '../../helpers/enrolled-kiosk.ts'
import { makeArchive, makePacket, makePayload, seal, writePacket } from '../../helpers/packet.ts'

const DELAY_MS = 4_000
let now: Date
let central: TestCentral
let kiosk: EnrolledKiosk
let api: CentralApi

const clock = () => now
const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}

beforeEach(async () => {
  now = new Date('2026-11-23T02:15:00Z')
  central = await startTestCentral({ clock, demoDelayMs: DELAY_MS })
  kiosk = await enrolKiosk({ ...central, clock: { now: clock } })
  api = kiosk.at(central.url)
})
afterEach(() => central.stop())

async function deliver(change: Partial<SubmissionPayload>): Promise<string> {
  const packet = await makePacket(kiosk.enrolment.recipients, makePayload(change))
  must(await api.submit(packet, noteHooks()))
  return packet.submissionId
}

const states = async () => must(await api.changes('')).items.map((item) => item.state)

const post = (url: string, kode?: string) =>
  fetch(url, { method: 'POST', ...(kode === undefined ? {} : { body: new URLSearchParams({ kode }) }) })

const messageTo = async (channel: 'phone' | 'email') => {
  const message = (await central.messages()).find((one) => one.channel === channel && one.link !== undefined)
  if (message?.link === undefined || message.code === undefined)
    throw new Error(`no link was sent by ${channel}`)
  return { link: message.link, code: message.code, to: message.to }
}

const wrongFor = (code: string) => (code === '000000' ? '111111' : '000000')

describe('the verdict', () => {
  test('falls after the delay of the central’s own clock, and is dated then', async () => {
    await deliver({})
    expect(await states()).toEqual(['menunggu-verifikasi'])
    pass(3.9)
    expect(await states()).toEqual(['menunggu-verifikasi'])
    pass(60)
    const { items } = must(await api.changes(''))
    expect(items[0]).toMatchObject({ at: '2026-11-23T02:15:00.000Z', dueBy: '2026-11-24T02:15:00.000Z' })
    expect(items[1]).toMatchObject({ state: 'terverifikasi', at: '2026-11-23T02:15:04.000Z' })
    const [result] = await central.messages()
    expect(result).toMatchObject({ channel: 'email', to: 'contoh.satu@gmail.com' })
    expect(result?.text.id).toContain('KT-2345-6789')
  })

  test.each([
    ['9999', { fields: ['nik'], photos: [] }],
    ['9998', { fields: [], photos: ['swafoto'] }],
    ['9997', { fields: [], photos: ['ktp'] }],
  ])('of a NIK that ends with %s is a refusal', async (serial, refusal) => {
    await deliver({ values: { nik: `627101410790${serial}`, email: 'a@gmail.com' } })
    await states()
    pass(5)
    expect(must(await api.changes('')).items[1]).toMatchObject({ state: 'ditolak', ...refusal })
  })

  test('a username is checked later only when it was deferred', async () => {
    await deliver({ values: { nik: '6271014107900001', username: 'Admin' } })
    const deferred = await deliver({
      values: { nik: '6271014107900001', username: 'Admin' },
      deferred: ['username-free'],
    })
    await states()
    pass(5)
    const { items } = must(await api.changes(''))
    expect(items.filter((item) => item.state === 'ditolak')).toMatchObject([
      { submissionId: deferred, fields: ['username'] },
    ])
  })

  test('an access becomes active instead of verified', async () => {
    await deliver({ service: 'akses-non-penyedia' })
    await states()
    pass(5)
    expect(await states()).toEqual(['menunggu-verifikasi', 'aktif'])
  })
})

describe('a code that follows later', () => {
  test('holds the verdict until it is typed on the page behind the link', async () => {
    await deliver({ deferred: ['phone-code'] })
    pass(3_600)
    expect(await states()).toEqual(['menunggu-verifikasi'])
    const { link, code, to } = await messageTo('phone')
    expect(to).toBe('+6281234567890')
    const shown = await (await fetch(link)).text()
    expect(shown).toContain('0812-****-7890')
    expect(shown).not.toContain('1234567890')
    expect(shown).not.toContain('<script')
    const wrong = await post(link, wrongFor(code))
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Sisa 4 kali')
    // Spaces are how people type codes in groups.
    const right = await post(link, `${code.slice(0, 3)} ${code.slice(3)}`)
    expect(await right.text()).toContain('Kode diterima')
    expect(await states()).toEqual(['menunggu-verifikasi'])
    pass(5)
    expect(await states()).toEqual(['menunggu-verifikasi', 'terverifikasi'])
    expect(await (await fetch(link)).text()).toContain('Kode diterima')
  })

  test('both codes are awaited, and five wrong ones at the kiosk count as deferred', async () => {
    await deliver({ deferred: ['phone-code'], checks: { 'email-code': 'spent' } })
    await states()
    const [phone, email] = [await messageTo('phone'), await messageTo('email')]
    expect(phone.link).not.toBe(email.link)
    await post(phone.link, phone.code)
    pass(60)
    expect(await states()).toEqual(['menunggu-verifikasi'])
    await post(email.link, email.code)
    pass(5)
    expect(await states()).toEqual(['menunggu-verifikasi', 'terverifikasi'])
  })

  test('is spent after five wrong ones; a new code is sent after a minute, and the old one is void', async () => {
    await deliver({ deferred: ['email-code'] })
    await states()
    const first = await messageTo('email')
    for (let n = 0; n < 5; n += 1) await post(first.link, wrongFor(first.code))
    const spent = await post(first.link, first.code)
    expect(spent.status).toBe(422)
    expect(await spent.text()).toContain('Minta kode baru')
    expect((await post(`${first.link}/baru`)).status).toBe(429)
    pass(60)
    expect((await post(`${first.link}/baru`)).status).toBe(200)
    const second = await messageTo('email')
    expect(second.link).toBe(first.link)
    if (second.code !== first.code) expect((await post(first.link, first.code)).status).toBe(422)
    expect((await post(second.link, second.code)).status).toBe(200)
  })

  test('that nobody typed in three days ends in a refusal', async () => {
    await deliver({ deferred: ['email-code'] })
    await states()
    const { link, code } = await messageTo('email')
    pass(3 * 86_400)
    expect((await post(link, code)).status).toBe(410)
    const { items } = must(await api.changes(''))
    expect(items[1]).toMatchObject({
      state: 'ditolak',
      at: '2026-11-26T02:15:00.000Z',
      fields: ['email'],
      photos: [],
    })
  })

  test('without a contact to send it to is a refusal that names the field', async () => {
    await deliver({ values: { nik: '6271014107900001' }, deferred: ['phone-code'] })
    expect(must(await api.changes('')).items).toMatchObject([{ state: 'ditolak', fields: ['hp'] }])
  })
})

describe('a packet that cannot be read is received and then refused', () => {
  const archive = (payload: object) =>
    makeArchive([{ name: 'submission.json', data: JSON.stringify(payload) }])
  test.each<[string, (id: string) => Promise<Uint8Array>]>([
    ['noise', async () => new Uint8Array(500)],
    ['sealed noise', () => seal(new Uint8Array(5_000), kiosk.enrolment.recipients)],
    ['of another submission', async () => seal(await archive(makePayload()), kiosk.enrolment.recipients)],
    [
      'of a wrong shape',
      async (id) =>
        seal(await archive({ ...makePayload({ id }), reference: 'x' }), kiosk.enrolment.recipients),
    ],
  ])('%s', async (_name, make) => {
    const { id } = makePayload()
    must(await api.submit(writePacket(id, await make(id)), noteHooks()))
    const { items } = must(await api.changes(''))
    expect(items).toMatchObject([
      { submissionId: id, state: 'ditolak', reason: { id: expect.stringContaining('dibaca') } },
    ])
  })
})
