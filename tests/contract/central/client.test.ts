import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CentralApi, createCentralApi } from '../../../src/main/services/central-api/index.ts'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { type EnrolledKiosk, enrolKiosk, must, noteHooks } from '../../helpers/enrolled-kiosk.ts'
import { makePacket, makePayload } from '../../helpers/packet.ts'
import { type RecordingProxy, startRecordingProxy } from '../../helpers/recording-proxy.ts'
import { CentralContract } from './openapi.ts'

const contract = new CentralContract()
let central: TestCentral
let proxy: RecordingProxy
let kiosk: EnrolledKiosk
let api: CentralApi

beforeAll(async () => {
  central = await startTestCentral()
  proxy = await startRecordingProxy(central.url)
  kiosk = await enrolKiosk({ url: proxy.url, enrolmentCode: central.enrolmentCode, chunkBytes: 10_000 })
  api = kiosk.api
})
afterAll(async () => {
  await proxy.stop()
  await central.stop()
})

describe('every request of the kiosk keeps to openapi.yaml', () => {
  test('a whole working day over the wire', async () => {
    expect(must(await api.health())).toMatchObject({ demo: true })
    expect(must(await api.emailRegistered('sudah.ada@gmail.com'))).toBe(true)
    expect(must(await api.emailRegistered('contoh@gmail.com'))).toBe(false)
    expect(must(await api.usernameFree('admin'))).toBe(false)
    expect(must(await api.usernameFree('contoh.satu'))).toBe(true)
    for (const [channel, destination] of [
      ['phone', '+6281234567890'],
      ['email', 'contoh@gmail.com'],
    ] as const) {
      const sent = must(await api.requestCode({ visitId: 'visit', channel, destination }))
      const [message] = await central.messages()
      expect(message).toMatchObject({ channel, to: destination })
      expect(must(await api.verifyCode({ codeId: sent.codeId, code: message?.code ?? '' }))).toEqual({
        kind: 'accepted',
      })
    }

    const held = { visitId: 'visit', nik: '6271014107909994' }
    expect(must(await api.accesses(held)).map(({ peran, state }) => [peran, state])).toEqual([
      ['ppk', 'aktif'],
      ['pp', 'aktif'],
      ['bendahara', 'berakhir'],
    ])
    expect(await api.accesses({ ...held, visitId: 'another' })).toMatchObject({
      error: { kind: 'refused', status: 409, problem: 'contact-unproven' },
    })

    const list = must(await api.recipients(null))
    const { recipients, limits } = kiosk.enrolment
    expect(list).toMatchObject({ kind: 'list', version: 1, recipients, limits })
    const etag = list.kind === 'list' ? list.etag : null
    expect(must(await api.recipients(etag))).toEqual({ kind: 'unchanged' })

    const refusedId = makePayload({ values: { nik: '6271014107909999', email: 'contoh@gmail.com' } })
    const refused = await makePacket(kiosk.enrolment.recipients, refusedId, 30_000)
    const hooks = noteHooks()
    must(await api.submit(refused, hooks))
    expect(hooks.urls).toHaveLength(1)
    expect(hooks.progress.at(-1)).toBe(refused.bytes)
    expect(hooks.progress.length).toBeGreaterThan(3)
    // A second attempt that knows of the first one.
    must(await api.submit({ ...refused, uploadUrl: hooks.urls[0] ?? '' }, noteHooks()))

    const first = must(await api.changes(''))
    expect(first.items.map((item) => item.state)).toEqual(['menunggu-verifikasi', 'ditolak'])
    expect(first.items[1]).toMatchObject({ fields: ['nik'], photos: [], reason: { id: expect.any(String) } })

    const mended = makePayload({ corrects: refused.submissionId })
    const packet = await makePacket(kiosk.enrolment.recipients, mended)
    must(await api.submit({ ...packet, corrects: refused.submissionId }, noteHooks()))
    const second = must(await api.changes(first.cursor))
    expect(second.items.map((item) => [item.submissionId, item.state])).toEqual([
      [packet.submissionId, 'menunggu-verifikasi'],
      [packet.submissionId, 'terverifikasi'],
    ])
    expect(must(await api.changes(second.cursor))).toEqual({
      items: [],
      unreadable: [],
      cursor: second.cursor,
    })
    expect(must(await api.latestStatus(packet.submissionId))).toMatchObject({ state: 'terverifikasi' })

    const gone = {
      submissionId: packet.submissionId,
      reason: 'consent',
      at: '2026-11-23T04:00:00.000Z',
    } as const
    const withdrawn = must(await api.withdraw(gone))
    expect(withdrawn).toMatchObject({ submissionId: packet.submissionId, held: true })
    expect(must(await api.withdraw({ ...gone, reason: 'other' }))).toEqual(withdrawn)
    expect(must(await api.changes(second.cursor)).items).toMatchObject([{ state: 'dibatalkan' }])
    const never = await makePacket(kiosk.enrolment.recipients)
    expect(must(await api.withdraw({ ...gone, submissionId: never.submissionId }))).toMatchObject({
      held: false,
    })
    expect(await api.submit(never, noteHooks())).toMatchObject({
      error: { kind: 'refused', status: 409, problem: 'submission-withdrawn' },
    })
  })

  test('a good link: the bytes come along with the first request', async () => {
    const at = new Date()
    const { receiptKey } = kiosk.enrolment
    // A clock that stands still measures a link without any delay.
    const good = createCentralApi({
      baseUrl: proxy.url,
      getCredentials: () => kiosk.credentials,
      getReceiptKey: () => receiptKey,
      clock: { now: () => at },
    })
    expect(good.packetsAtOnce()).toBe(1)
    const send = async (photoBytes: number) => {
      const before = proxy.exchanges.length
      const hooks = noteHooks()
      const packet = await makePacket(kiosk.enrolment.recipients, makePayload(), photoBytes)
      must(await good.submit(packet, hooks))
      const methods = proxy.exchanges.slice(before).map((exchange) => exchange.method)
      return { methods, progress: hooks.progress.at(-1) === packet.bytes, urls: hooks.urls.length }
    }
    await send(400_000)
    expect(good.packetsAtOnce()).toBe(2)
    // One request for all of it: there is nothing to go on from, so no URL is told.
    expect(await send(200_000)).toEqual({ methods: ['POST', 'PUT'], progress: true, urls: 0 })
    expect(await send(700_000)).toEqual({ methods: ['POST', 'PATCH', 'PUT'], progress: true, urls: 1 })
  })

  test('nothing that was sent or answered broke the contract', () => {
    expect(proxy.exchanges.length).toBeGreaterThan(20)
    expect(proxy.exchanges.flatMap((exchange) => contract.checkRequest(exchange))).toEqual([])
    expect(proxy.exchanges.flatMap((exchange) => contract.checkResponse(exchange))).toEqual([])
  })

  test('only the calls before enrolment go without a token', () => {
    const open = proxy.exchanges.filter((exchange) => exchange.requestHeaders.authorization === undefined)
    expect(new Set(open.map((exchange) => exchange.url))).toEqual(
      new Set(['/v1/devices', '/v1/health', '/v1/token']),
    )
  })

  test('a private key or an address never stands in a URL', () => {
    const urls = proxy.exchanges.map((exchange) => exchange.url).join(' ')
    expect(urls).not.toMatch(/@|%40|62812/)
    const bodies = proxy.exchanges.map((exchange) => exchange.requestBody.toString('latin1')).join(' ')
    expect(bodies).not.toContain(String(kiosk.credentials.privateKey.d))
  })
})

describe('the checker itself', () => {
  const sample = () => {
    const exchange = proxy.exchanges.find((one) => one.url.startsWith('/v1/changes'))
    if (exchange === undefined) throw new Error('no exchange to try with')
    return exchange
  }

  test.each([
    ['an unknown status', { status: 202 }, 'status not in the contract'],
    ['a missing member', { responseBody: '{"items":[],"more":false}' }, "required property 'cursor'"],
    ['a wrong type', { responseBody: '{"items":{},"more":false,"cursor":""}' }, 'must be array'],
    ['a wrong media type', { responseHeaders: { 'content-type': 'text/plain' } }, 'media type text/plain'],
    ['an unknown path', { url: '/v2/changes' }, 'not in the contract'],
  ])('notices %s in an answer', (_name, change, fault) => {
    expect(contract.checkResponse({ ...sample(), ...change }).join()).toContain(fault)
  })

  test.each([
    ['a missing token', { requestHeaders: {} }, 'bearer token missing'],
    ['a wrong parameter', { url: '/v1/changes?cursor=x' }, 'must match pattern'],
    ['a body where none belongs', { requestBody: Buffer.from('x') }, 'has a body'],
  ])('notices %s in a request', (_name, change, fault) => {
    expect(contract.checkRequest({ ...sample(), ...change }).join()).toContain(fault)
  })
})
