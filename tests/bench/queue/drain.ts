import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { importJWK, SignJWT } from 'jose'
import { Upload } from 'tus-js-client'
import type { DeviceCredentials } from '../../../src/main/services/central-api/index.ts'
import { fakeJpeg } from '../../helpers/packet.ts'
import { picturesOf, type QueueDesk } from '../../helpers/queue-desk.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { atLeast, plain, timed, type Verdict } from './figures.ts'

const PACKET_BYTES = 400_000
/** The kiosk's own chunk: the same for the library alone, so that only our part differs. */
const CHUNK_BYTES = 256 * 1024

/** Submits so many packets of about 400 KB; answers their bytes. Nothing is sent yet. */
export async function fillQueue(desk: QueueDesk, count: number): Promise<number> {
  const photos = picturesOf(fakeJpeg(PACKET_BYTES - 5_000, 5), ['swafoto'])
  let bytes = 0
  for (let n = 0; n < count; n += 1) {
    const submitted = await desk.submit(desk.prepare(n, photos), photos)
    if (!submitted.ok) throw new Error(JSON.stringify(submitted.error))
    bytes += submitted.value.packetBytes
  }
  return bytes
}

/** Lets the runner work until everything has its receipt. */
export async function drain(desk: QueueDesk, timeoutMs: number): Promise<void> {
  desk.runner.wake()
  await waitUntil('the queue is empty', () => desk.store.jobs.nextAt() === undefined, {
    everyMs: 5,
    timeoutMs,
  })
  await desk.runner.idle()
}

/** A token as the kiosk gets it (RFC 7523). */
async function tokenOf(url: string, credentials: DeviceCredentials): Promise<string> {
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(credentials.deviceId)
    .setSubject(credentials.deviceId)
    .setAudience('urn:lpse-central')
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('2m')
    .sign(await importJWK({ ...credentials.privateKey }, 'EdDSA'))
  const answer = await fetch(`${url}/v1/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  })
  return ((await answer.json()) as { access_token: string }).access_token
}

/** Uploads the bytes with tus-js-client and nothing else: no hash, no registration, no receipt, no database. */
const uploadAlone = (url: string, token: string, bytes: Buffer, chunkSize: number): Promise<void> =>
  new Promise((resolve, reject) => {
    new Upload(bytes, {
      endpoint: `${url}/v1/uploads`,
      chunkSize,
      retryDelays: null,
      storeFingerprintForResuming: false,
      headers: { authorization: `Bearer ${token}` },
      onSuccess: () => resolve(),
      onError: reject,
    }).start()
  })

/** Draining the whole queue against uploading the same packets with the library alone, on the same server. */
export async function measureDrain(desk: QueueDesk, url: string, count: number): Promise<Verdict[]> {
  const bytes = await fillQueue(desk, count)
  const contents = desk.packets.listIds().map((id) => readFileSync(desk.packets.pathOf(id)))
  const token = await tokenOf(url, desk.credentials)
  const alone = async (chunkSize: number) => {
    const { ms } = await timed(async () => {
      for (const content of contents) await uploadAlone(url, token, content, chunkSize)
    })
    return bytes / 1000 / ms
  }
  // Once for the server's own warming up, with a few.
  for (const content of contents.slice(0, 3)) await uploadAlone(url, token, content, CHUNK_BYTES)
  const chunked = await alone(CHUNK_BYTES)
  const ours = bytes / 1000 / (await timed(() => drain(desk, 120_000))).ms
  const inOne = await alone(Number.POSITIVE_INFINITY)
  return [
    plain('packets', contents.length),
    plain('drain MB/s', ours),
    plain('tus-js-client alone, chunks of 256 KiB, MB/s', chunked),
    plain('tus-js-client alone, whole packet in one request, MB/s', inOne),
    atLeast('drain / library alone (same chunks)', ours / chunked, 0.7),
    atLeast('drain / library alone (one request)', ours / inOne, 0.7),
  ]
}
