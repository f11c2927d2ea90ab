import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateDeviceKey } from '../../../src/main/services/central-api/index.ts'
import { makePacket, makePayload, type TestPacket } from '../../helpers/packet.ts'
import {
  ANONYMOUS,
  CHUNK,
  type ContractSession,
  FORM,
  type RawDevice,
  startContractSession,
  TUS,
  tokenForm,
} from './harness.ts'

/** Documented answers that cannot be provoked over the wire; every other one must be seen. */
const NOT_SEEN = [
  // tus gives these only when files vanish under it or a body breaks off.
  'PATCH /v1/uploads/{uploadId} 400',
  'PATCH /v1/uploads/{uploadId} 410',
  'HEAD /v1/uploads/{uploadId} 410',
]

const PLAIN = { 'content-type': 'text/plain' }
const JSON_TYPE = { 'content-type': 'application/json' }
const TOO_LARGE = { x: 'y'.repeat(40_000) }

let session: ContractSession
let send: ContractSession['send']
let device: RawDevice
let packet: TestPacket
let uploadId = ''

beforeAll(async () => {
  session = await startContractSession()
  send = session.send
})
afterAll(() => session.stop())

const registration = (change = {}) => ({ uploadId, sha256: packet.sha256, bytes: packet.bytes, ...change })
const recipients = () => device.enrolment.recipients as string[]
const newestMessage = async () => (await session.central.messages())[0]
const newestLink = async () => {
  const message = (await session.central.messages()).find((one) => one.link !== undefined)
  return new URL(message?.link ?? '').pathname
}

/** Uploads and registers a packet in one go. */
async function deliver(one: TestPacket): Promise<void> {
  const begun = await send('POST', '/v1/uploads', undefined, { ...TUS, 'upload-length': String(one.bytes) })
  const id = String(begun.responseHeaders.location).slice(-32)
  await send('PATCH', `/v1/uploads/${id}`, readFileSync(one.path), { ...CHUNK, 'upload-offset': '0' })
  const path = `/v1/submissions/${one.submissionId}`
  expect((await send('PUT', path, { uploadId: id, sha256: one.sha256, bytes: one.bytes })).status).toBe(200)
}

describe('every answer keeps to openapi.yaml', () => {
  test('the contract’s own examples', () => {
    expect(session.contract.checkExamples()).toEqual([])
  })

  test('health and enrolment', async () => {
    expect((await send('GET', '/v1/health')).json()).toMatchObject({ service: 'lpse-central', demo: true })
    const key = await generateDeviceKey()
    const enrolment = { code: session.central.enrolmentCode, deviceName: 'Meja 1', publicKey: key.publicKey }
    expect((await send('POST', '/v1/devices', { ...enrolment, code: 'XXXX-XXXX' })).status).toBe(403)
    expect((await send('POST', '/v1/devices', '{"co', JSON_TYPE)).status).toBe(400)
    expect((await send('POST', '/v1/devices', 'code=1', FORM)).status).toBe(415)
    expect((await send('POST', '/v1/devices', { ...enrolment, deviceName: 'x'.repeat(40_000) })).status).toBe(
      413,
    )
    const secret = await send('POST', '/v1/devices', { ...enrolment, publicKey: key.privateKey })
    expect(secret.status).toBe(422)
    expect(JSON.stringify(secret.json().errors)).toContain('#/publicKey')
    device = await session.enrol(session.central.enrolmentCode)
    for (let guess = 0; guess < 9; guess += 1)
      await send('POST', '/v1/devices', { ...enrolment, code: `NO-${guess}` })
    expect((await send('POST', '/v1/devices', { ...enrolment, code: 'NO-MORE' })).status).toBe(429)
  })

  test('token', async () => {
    const at = Math.floor(session.now().getTime() / 1000)
    expect((await send('POST', '/v1/token', 'grant_type=password', FORM)).status).toBe(422)
    expect((await send('POST', '/v1/token', tokenForm('no.jwt.at-all'), FORM)).status).toBe(401)
    expect((await send('POST', '/v1/token', 'x', PLAIN)).status).toBe(415)
    expect((await send('POST', '/v1/token', `x=${'y'.repeat(40_000)}`, FORM)).status).toBe(413)
    expect((await send('POST', '/v1/token', '{"x', JSON_TYPE)).status).toBe(400)
    for (const wrong of [
      { aud: 'urn:other' },
      { sub: randomUUID() },
      { iss: randomUUID() },
      { jti: undefined },
      { exp: at - 120 },
      { exp: at + 3_600 },
      { iat: at - 3_600 },
      { iat: at + 3_600, exp: at + 3_660 },
    ]) {
      const form = tokenForm(await device.assertion(wrong))
      expect((await send('POST', '/v1/token', form, FORM)).status, JSON.stringify(wrong)).toBe(401)
    }
    const twice = tokenForm(await device.assertion())
    expect((await send('POST', '/v1/token', twice, FORM)).status).toBe(200)
    expect((await send('POST', '/v1/token', twice, FORM)).json()).toMatchObject({
      detail: 'Assertion was already used.',
    })
    expect((await session.signIn(device)).status).toBe(200)
  })

  test('recipients', async () => {
    const first = await send('GET', '/v1/recipients')
    expect(first.status).toBe(200)
    const etag = String(first.responseHeaders.etag)
    const same = await send('GET', '/v1/recipients', undefined, { 'if-none-match': etag })
    expect(same.status).toBe(304)
    expect(same.responseBody).toBe('')
    expect((await send('GET', '/v1/recipients', undefined, ANONYMOUS)).status).toBe(401)
  })

  test('uploads', async () => {
    packet = await makePacket(recipients(), makePayload({ deferred: ['email-code'] }))
    expect((await send('OPTIONS', '/v1/uploads')).responseHeaders['tus-max-size']).toBe('20971520')
    expect(
      (await send('POST', '/v1/uploads', undefined, { ...TUS, ...ANONYMOUS, 'upload-length': '5' })).status,
    ).toBe(401)
    expect((await send('POST', '/v1/uploads', undefined, { 'upload-length': '5' })).status).toBe(412)
    expect((await send('POST', '/v1/uploads', undefined, TUS)).status).toBe(400)
    expect(
      (await send('POST', '/v1/uploads', undefined, { ...TUS, 'upload-length': '20971521' })).status,
    ).toBe(413)
    const begun = await send('POST', '/v1/uploads', undefined, {
      ...TUS,
      'upload-length': String(packet.bytes),
    })
    uploadId = String(begun.responseHeaders.location).slice(-32)
    const at = `/v1/uploads/${uploadId}`
    const unknown = `/v1/uploads/${'0'.repeat(32)}`
    const bytes = readFileSync(packet.path)
    expect((await send('HEAD', at, undefined, TUS)).responseHeaders['upload-offset']).toBe('0')
    for (const method of ['HEAD', 'PATCH']) {
      const headers = method === 'PATCH' ? { ...CHUNK, 'upload-offset': '0' } : TUS
      const body = method === 'PATCH' ? bytes.subarray(0, 10) : undefined
      expect((await send(method, at, body, { ...headers, ...ANONYMOUS })).status).toBe(401)
      expect((await send(method, unknown, body, headers)).status).toBe(404)
      expect((await send(method, at, body, { ...headers, 'tus-resumable': '' })).status).toBe(412)
    }
    expect((await send('PATCH', at, bytes.subarray(0, 10), { ...CHUNK, 'upload-offset': '3' })).status).toBe(
      409,
    )
    expect((await send('PATCH', at, bytes.subarray(0, 10), CHUNK)).status).toBe(403)
    expect(
      (await send('PATCH', at, Buffer.alloc(packet.bytes + 1), { ...CHUNK, 'upload-offset': '0' })).status,
    ).toBe(413)
    expect((await send('PATCH', at, bytes.subarray(0, 10), { ...CHUNK, 'upload-offset': '0' })).status).toBe(
      204,
    )
    expect((await send('PUT', `/v1/submissions/${packet.submissionId}`, registration())).status).toBe(409)
    expect((await send('PATCH', at, bytes.subarray(10), { ...CHUNK, 'upload-offset': '10' })).status).toBe(
      204,
    )
  })

  test('submissions and changes', async () => {
    const path = `/v1/submissions/${packet.submissionId}`
    expect((await send('GET', path)).status).toBe(404)
    expect((await send('PUT', path, registration(), ANONYMOUS)).status).toBe(401)
    expect((await send('PUT', path, registration({ bytes: -1, more: 1 }))).json().errors).toHaveLength(2)
    expect((await send('PUT', '/v1/submissions/1', registration())).status).toBe(422)
    expect((await send('PUT', path, registration({ corrects: randomUUID() }))).status).toBe(422)
    expect((await send('PUT', path, '{', JSON_TYPE)).status).toBe(400)
    expect((await send('PUT', path, 'x', PLAIN)).status).toBe(415)
    expect((await send('PUT', path, TOO_LARGE)).status).toBe(413)
    expect((await send('PUT', path, registration({ uploadId: '0'.repeat(32) }))).status).toBe(409)
    expect((await send('PUT', path, registration())).status).toBe(200)
    expect((await send('PUT', path, registration({ sha256: '0'.repeat(64) }))).status).toBe(409)
    expect((await send('GET', path, undefined, ANONYMOUS)).status).toBe(401)
    expect((await send('GET', '/v1/submissions/1')).status).toBe(422)
    expect((await send('GET', path)).json()).toMatchObject({ status: { state: 'menunggu-verifikasi' } })
    expect((await send('GET', '/v1/changes', undefined, ANONYMOUS)).status).toBe(401)
    expect((await send('GET', '/v1/changes?cursor=x')).status).toBe(422)
    expect((await send('GET', '/v1/changes')).json().items).toHaveLength(1)
  })

  test('checks and codes', async () => {
    const visit = { visitId: 'v1', channel: 'phone', destination: '+6281234567890' }
    const calls: [string, object, object][] = [
      ['/v1/emails/check', { email: 'sudah.ada@contoh.id' }, { email: 'no' }],
      ['/v1/usernames/check', { username: 'admin' }, { username: '' }],
      ['/v1/companies/check', { nib: '9120001234567', nik: '6271011708900001' }, { nib: '1', nik: '2' }],
      ['/v1/accesses/check', { visitId: 'v1', nik: '6271011708900001' }, { visitId: '', nik: '1' }],
      ['/v1/codes', visit, { ...visit, destination: '0812' }],
      [`/v1/codes/${randomUUID()}/verify`, { code: '123456' }, { code: 'abcdef' }],
    ]
    for (const [path, good, bad] of calls) {
      expect((await send('POST', path, good)).status, path).toBeLessThan(410)
      expect((await send('POST', path, bad)).status, path).toBe(422)
      expect((await send('POST', path, good, ANONYMOUS)).status, path).toBe(401)
      expect((await send('POST', path, '{', JSON_TYPE)).status, path).toBe(400)
      expect((await send('POST', path, 'x', PLAIN)).status, path).toBe(415)
      expect((await send('POST', path, TOO_LARGE)).status, path).toBe(413)
    }
    expect((await send('POST', '/v1/codes', visit)).status).toBe(429)
    session.pass(61)
    const sent = await send('POST', '/v1/codes', visit)
    const verify = `/v1/codes/${sent.json().codeId}/verify`
    const code = (await newestMessage())?.code ?? ''
    const wrong = code === '000000' ? '111111' : '000000'
    expect((await send('POST', verify, { code: wrong })).json()).toEqual({ kind: 'wrong', triesLeft: 4 })
    expect((await send('POST', verify, { code })).json()).toEqual({ kind: 'accepted' })
    expect((await send('POST', verify, { code: wrong })).json()).toEqual({ kind: 'spent' })
    session.pass(301)
    expect((await send('POST', verify, { code })).json()).toEqual({ kind: 'expired' })
  })

  test('accesses, once both contacts have proven themselves', async () => {
    const asked = { visitId: 'v2', nik: '6271011708909994' }
    const refused = await send('POST', '/v1/accesses/check', asked)
    expect([refused.status, refused.json().type]).toEqual([409, 'urn:lpse-central:problem:contact-unproven'])
    for (const [channel, destination] of [
      ['phone', '+6281234567899'],
      ['email', 'akses@contoh.id'],
    ]) {
      const { codeId } = (await send('POST', '/v1/codes', { visitId: 'v2', channel, destination })).json()
      expect((await send('POST', '/v1/accesses/check', asked)).status).toBe(409)
      await send('POST', `/v1/codes/${codeId}/verify`, { code: (await newestMessage())?.code })
    }
    expect((await send('POST', '/v1/accesses/check', asked)).json().accesses).toHaveLength(3)
  })

  test('reference lists', async () => {
    const path = '/v1/reference/instansi'
    expect((await send('GET', path, undefined, ANONYMOUS)).status).toBe(401)
    expect((await send('GET', '/v1/reference/lain')).status).toBe(422)
    const list = await send('GET', path)
    expect(list.json().items).toHaveLength(15)
    const etag = String(list.responseHeaders.etag)
    expect((await send('GET', path, undefined, { 'if-none-match': etag })).status).toBe(304)
  })

  test('the page behind a link, and the demo’s inbox', async () => {
    expect((await send('GET', '/demo/messages')).json().items).toHaveLength(5)
    expect((await send('GET', '/demo/kotak-masuk')).status).toBe(200)
    for (const path of ['/demo/messages', '/demo/kotak-masuk']) {
      const foreign = await send('GET', path, undefined, { host: 'kiosk.example' })
      expect(foreign.status, path).toBe(404)
    }
    const path = await newestLink()
    expect((await send('GET', path)).status).toBe(200)
    expect((await send('POST', path, 'kode=1', FORM)).status).toBe(422)
    expect((await send('POST', path, 'x', PLAIN)).status).toBe(415)
    expect((await send('POST', `${path}/baru`)).status).toBe(200)
    expect((await send('POST', `${path}/baru`)).status).toBe(429)
    for (const other of ['/kode/nothing', '/kode/nothing/baru']) {
      if (!other.endsWith('baru')) expect((await send('GET', other)).status).toBe(404)
      expect((await send('POST', other)).status).toBe(404)
    }
    const code = (await newestMessage())?.code ?? ''
    expect((await send('POST', path, `kode=${code}`, FORM)).status).toBe(200)
    expect((await send('GET', path)).responseBody).toContain('Kode diterima')
  })

  test('a link that nobody used in three days', async () => {
    await session.signIn(device)
    const late = await makePacket(recipients(), makePayload({ deferred: ['phone-code'] }))
    await deliver(late)
    await send('GET', '/v1/changes')
    const path = await newestLink()
    session.pass(3 * 86_400)
    expect((await send('GET', path)).status).toBe(410)
    expect((await send('POST', path, 'kode=123456', FORM)).status).toBe(410)
    expect((await send('POST', `${path}/baru`)).status).toBe(410)
    await session.signIn(device)
    const status = await send('GET', `/v1/submissions/${late.submissionId}`)
    expect(status.json()).toMatchObject({ status: { state: 'ditolak', fields: ['hp'], photos: [] } })
  })

  test('withdrawals', async () => {
    const path = `/v1/submissions/${packet.submissionId}/withdrawal`
    const gone = { reason: 'consent', at: '2026-11-23T04:00:00.000Z' }
    expect((await send('PUT', path, gone, ANONYMOUS)).status).toBe(401)
    expect((await send('PUT', path, { ...gone, reason: 'bosan' })).status).toBe(422)
    expect((await send('PUT', '/v1/submissions/1/withdrawal', gone)).status).toBe(422)
    expect((await send('PUT', path, '{', JSON_TYPE)).status).toBe(400)
    expect((await send('PUT', path, 'x', PLAIN)).status).toBe(415)
    expect((await send('PUT', path, TOO_LARGE)).status).toBe(413)
    // A kiosk of another office.
    const stranger = await session.enrol(session.central.newEnrolmentCode())
    session.moveToOffice(stranger, 'LPSE-LAIN')
    await session.signIn(stranger)
    expect((await send('PUT', path, gone)).status).toBe(404)
    await session.signIn(device)
    const first = await send('PUT', path, gone)
    expect(first.json()).toMatchObject({ state: 'dibatalkan', held: true })
    expect((await send('PUT', path, { ...gone, reason: 'other' })).json()).toEqual(first.json())
    expect((await send('GET', `/v1/submissions/${packet.submissionId}`)).json()).toMatchObject({
      status: { state: 'dibatalkan' },
    })
  })

  test('unknown paths and methods are problems too', async () => {
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/v1/nothing'],
      ['DELETE', '/v1/changes'],
      ['DELETE', `/v1/uploads/${uploadId}`],
      ['GET', '/v1/%zz'],
    ] as const) {
      const answer = await fetch(session.central.url + path, { method })
      expect(answer.status, path).toBe(404)
      expect(answer.headers.get('content-type'), path).toMatch(/^application\/problem\+json/)
      expect(((await answer.json()) as { type: string }).type).toBe('urn:lpse-central:problem:not-found')
    }
  })

  test('nothing broke the contract, and every documented answer was seen', () => {
    expect(session.faults).toEqual([])
    expect(
      session.contract
        .documented()
        .filter((name) => !session.seen.has(name))
        .sort(),
    ).toEqual(NOT_SEEN.sort())
  })
})
