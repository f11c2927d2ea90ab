import { randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { importJWK, SignJWT } from 'jose'
import { generateDeviceKey } from '../../../src/main/services/central-api/index.ts'
import { startTestCentral } from '../../helpers/central.ts'
import { type RecordedExchange, startRecordingProxy } from '../../helpers/recording-proxy.ts'
import { CentralContract } from './openapi.ts'

type Headers = Readonly<Record<string, string>>
type Answer = RecordedExchange & { json(): Record<string, unknown> }

export const FORM: Headers = { 'content-type': 'application/x-www-form-urlencoded' }
export const ANONYMOUS: Headers = { authorization: 'none' }
export const TUS: Headers = { 'tus-resumable': '1.0.0' }
export const CHUNK: Headers = { ...TUS, 'content-type': 'application/offset+octet-stream' }

/** A device that speaks to the central by hand, so that it can also speak wrongly. */
export type RawDevice = {
  readonly deviceId: string
  readonly enrolment: Record<string, unknown>
  /** A client assertion; `change` replaces claims. */
  assertion(change?: Record<string, unknown>): Promise<string>
}

/** The body of a token request. */
export const tokenForm = (assertion: string): string =>
  new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  }).toString()

/** A real central behind a recorder; every answer is held against openapi.yaml as it comes. */
export async function startContractSession() {
  let now = new Date('2026-11-23T02:15:00Z')
  const central = await startTestCentral({ clock: () => now })
  const proxy = await startRecordingProxy(central.url)
  const contract = new CentralContract()
  const faults: string[] = []
  const seen = new Set<string>()
  let token = ''

  /** A string or bytes go as they are, anything else as JSON. */
  async function send(method: string, path: string, body?: unknown, headers: Headers = {}): Promise<Answer> {
    const raw = typeof body === 'string' || body instanceof Uint8Array
    const bytes = body === undefined ? undefined : Buffer.from(raw ? body : JSON.stringify(body))
    await exchange(proxy.url, method, path, bytes, {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
      ...(bytes === undefined ? {} : { 'content-length': String(bytes.length) }),
      ...headers,
    })
    const last = proxy.exchanges.at(-1)
    if (last === undefined) throw new Error('nothing was recorded')
    faults.push(...contract.checkResponse(last))
    seen.add(contract.nameOf(last) ?? '')
    return { ...last, json: () => JSON.parse(last.responseBody) as Record<string, unknown> }
  }

  async function enrol(code: string): Promise<RawDevice> {
    const key = await generateDeviceKey()
    const enrolled = await send('POST', '/v1/devices', {
      code,
      deviceName: 'Meja uji',
      publicKey: key.publicKey,
    })
    const deviceId = String(enrolled.json().deviceId)
    return {
      deviceId,
      enrolment: enrolled.json(),
      async assertion(change = {}) {
        const iat = Math.floor(now.getTime() / 1000)
        const claims = {
          iss: deviceId,
          sub: deviceId,
          aud: 'urn:lpse-central',
          jti: randomUUID(),
          iat,
          exp: iat + 60,
        }
        return new SignJWT({ ...claims, ...change })
          .setProtectedHeader({ alg: 'EdDSA' })
          .sign(await importJWK(key.privateKey, 'EdDSA'))
      },
    }
  }

  return {
    central,
    contract,
    faults,
    seen,
    send,
    enrol,
    now: () => now,
    /** Signs in; later requests carry the token. */
    async signIn(device: RawDevice) {
      const answer = await send('POST', '/v1/token', tokenForm(await device.assertion()), FORM)
      token = String(answer.json().access_token)
      return answer
    },
    /** As if it had been enrolled at another office. */
    moveToOffice(device: RawDevice, officeCode: string): void {
      const db = new Database(join(central.dataDir, 'central.sqlite'))
      db.prepare('UPDATE devices SET office_code = ? WHERE id = ?').run(officeCode, device.deviceId)
      db.close()
    },
    pass(seconds: number) {
      now = new Date(now.getTime() + seconds * 1000)
    },
    async stop() {
      await proxy.stop()
      await central.stop()
    },
  }
}

export type ContractSession = Awaited<ReturnType<typeof startContractSession>>

/** `fetch` forbids some headers that have to be tried. */
function exchange(
  base: string,
  method: string,
  path: string,
  body: Buffer | undefined,
  headers: Headers,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(base + path, { method, headers: { ...headers } }, (response) => {
      response.resume().once('end', resolve).once('error', reject)
    })
    request.once('error', reject)
    request.end(body)
  })
}
