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
/** The kiosk's own pieces on a good link: the same for the library alone, so that only our part differs. */
const CHUNK_BYTES = 1024 * 1024
const ROUND = 25

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
  await waitUntil('the queue is empty', () => desk.store.jobs.earliest(1).length === 0, {
    everyMs: 1,
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
const uploadAlone = (url: string, token: string, bytes: Buffer, oneRequest: boolean): Promise<void> =>
  new Promise((resolve, reject) => {
    new Upload(bytes, {
      endpoint: `${url}/v1/uploads`,
      chunkSize: CHUNK_BYTES,
      uploadDataDuringCreation: oneRequest,
      retryDelays: null,
      storeFingerprintForResuming: false,
      headers: { authorization: `Bearer ${token}` },
      onSuccess: () => resolve(),
      onError: reject,
    }).start()
  })

/**
 * Draining the queue against uploading the same packets with the library alone, one after the other, to the same server.
 * In rounds that alternate, so that what else the machine does meets all of them alike.
 */
export async function measureDrain(desk: QueueDesk, url: string, count: number): Promise<Verdict[]> {
  const token = await tokenOf(url, desk.credentials)
  const ms = { ours: 0, alone: 0, oneRequest: 0 }
  let bytes = 0
  const round = async (packets: number, counts: boolean): Promise<void> => {
    const filled = await fillQueue(desk, packets)
    const contents = desk.packets.listIds().map((id) => readFileSync(desk.packets.pathOf(id)))
    const alone = async (oneRequest: boolean) => {
      for (const content of contents) await uploadAlone(url, token, content, oneRequest)
    }
    const times = {
      alone: (await timed(() => alone(false))).ms,
      ours: (await timed(() => drain(desk, 120_000))).ms,
      oneRequest: (await timed(() => alone(true))).ms,
    }
    if (!counts) return
    bytes += filled
    for (const way of ['ours', 'alone', 'oneRequest'] as const) ms[way] += times[way]
  }
  // Server and link warm up first: a good link is known as one after a few packets.
  await round(10, false)
  for (let left = count; left > 0; left -= ROUND) await round(Math.min(ROUND, left), true)
  const rate = (way: keyof typeof ms) => bytes / 1000 / ms[way]
  return [
    plain('packets', count),
    plain('drain MB/s', rate('ours')),
    plain('tus-js-client alone, pieces of 1 MiB, MB/s', rate('alone')),
    plain('tus-js-client alone, bytes in the first request, MB/s', rate('oneRequest')),
    atLeast('drain / library alone', rate('ours') / rate('alone'), 0.7),
    plain('drain / library alone, bytes in the first request', rate('ours') / rate('oneRequest')),
  ]
}
