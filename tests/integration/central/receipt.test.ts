import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCentralApi, generateDeviceKey } from '../../../src/main/services/central-api/index.ts'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { type EnrolledKiosk, enrolKiosk, noteHooks } from '../../helpers/enrolled-kiosk.ts'
import { startOddServer } from '../../helpers/odd-server.ts'
import { makePacket } from '../../helpers/packet.ts'

let central: TestCentral
let kiosk: EnrolledKiosk

beforeAll(async () => {
  central = await startTestCentral()
  kiosk = await enrolKiosk(central)
})
afterAll(() => central.stop())

const withKey = (url: string, receiptKey: Readonly<Record<string, unknown>> | null) =>
  createCentralApi({
    baseUrl: url,
    getCredentials: () => kiosk.credentials,
    getReceiptKey: () => receiptKey,
    clock: { now: () => new Date() },
  })

test('a receipt signed by any other key is no receipt', async () => {
  const stranger = await generateDeviceKey()
  const packet = await makePacket(kiosk.enrolment.recipients)
  expect(await withKey(central.url, stranger.publicKey).submit(packet, noteHooks())).toEqual({
    ok: false,
    error: { kind: 'unreadable', detail: 'receipt-signature' },
  })
  expect(await withKey(central.url, null).submit(packet, noteHooks())).toEqual({
    ok: false,
    error: { kind: 'unreadable', detail: 'no-receipt-key' },
  })
})

test('a true receipt of another packet is no receipt', async () => {
  const first = await makePacket(kiosk.enrolment.recipients)
  const second = await makePacket(kiosk.enrolment.recipients)
  const receipt = await kiosk.api.submit(first, noteHooks())
  if (!receipt.ok) throw new Error('the first packet was not taken')
  // A server that answers every question about a submission with the first one's receipt.
  const odd = await startOddServer((request, response) => {
    const token = { access_token: 'x', token_type: 'Bearer', expires_in: 900 }
    const { submissionId, receivedAt, jws } = receipt.value
    const body =
      request.url === '/v1/token' ? token : { submissionId, receivedAt, sha256: second.sha256, receipt: jws }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  const uploadUrl = `${odd.url}/v1/uploads/${'0'.repeat(32)}`
  expect(
    await withKey(odd.url, kiosk.enrolment.receiptKey).submit({ ...second, uploadUrl }, noteHooks()),
  ).toEqual({
    ok: false,
    error: { kind: 'unreadable', detail: 'receipt-of-another-packet' },
  })
  await odd.stop()
})
