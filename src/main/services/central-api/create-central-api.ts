import { existsSync } from 'node:fs'
import type { z } from 'zod'
import { err, ok, type Result } from '#shared/domain/result.ts'
import type { CentralApi, CentralError, DeviceCredentials, PacketToSend, Receipt } from './central-api.ts'
import { createHttp, type HttpOptions, readJson } from './http.ts'
import { createLinkFit, fixedPieces } from './link-fit.ts'
import { verifyReceipt } from './receipt.ts'
import { fetchRecipients } from './recipients.ts'
import { fetchReference } from './reference.ts'
import { createAuthorised } from './token.ts'
import { type Line, type UploadHooks, uploadPacket } from './upload.ts'
import {
  AccessesWire,
  ChangesWire,
  CodeAnswerWire,
  CodeSentWire,
  CompanyWire,
  EmailWire,
  EnrolmentWire,
  HealthWire,
  LatestStatusWire,
  ReceivedWire,
  UsernameWire,
  WithdrawalWire,
} from './wire.ts'

export type CentralApiOptions = {
  /** Address of the central, `https://…`; plain `http://` only on this machine. */
  readonly baseUrl: string
  /** The device's credentials; null before enrolment. */
  getCredentials(): DeviceCredentials | null
  /** The central's receipt key from enrolment; null before it. */
  getReceiptKey(): Readonly<Record<string, unknown>> | null
  readonly clock: {
    now(): Date
    /** Milliseconds, for how long a request has waited: nobody sets this one. `performance.now` when left out. */
    monotonic?: () => number
  }
  readonly http?: HttpOptions
  /** Always pieces of this size; fitted to the link when left out (link-fit.ts). */
  readonly chunkBytes?: number
}

/** Refusals of a registration that a new upload can mend. */
const MENDED_BY_NEW_UPLOAD = ['upload-unknown', 'upload-incomplete', 'hash-mismatch']

/** What was received before is answered whatever upload is named. */
const NO_UPLOAD = '0'.repeat(32)

/** The kiosk's client of the central API. Keeps nothing but a bearer token in memory. */
export function createCentralApi(options: CentralApiOptions): CentralApi {
  const unusable = checkAddress(options.baseUrl)
  const http = createHttp(options.baseUrl, options.http, options.clock.monotonic)
  const now = () => options.clock.now()
  const authorised = createAuthorised(http, options.getCredentials, now)
  const fit = options.chunkBytes === undefined ? createLinkFit() : fixedPieces(options.chunkBytes)
  const line: Line = { http, authorised, fit, now }

  /** One JSON call. */
  async function call<T>(
    send: typeof authorised,
    schema: z.ZodType<T>,
    method: string,
    url: string,
    body?: unknown,
    signal?: AbortSignal,
  ): Promise<Result<T, CentralError>> {
    if (unusable !== undefined) return err(unusable)
    const answer = await send({
      method,
      url,
      ...(signal === undefined ? {} : { signal }),
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    return answer.ok ? readJson(schema, answer.value, now()) : answer
  }

  const receive = async (
    answer: Result<ReceivedWire, CentralError>,
    packet: PacketToSend,
  ): Promise<Result<Receipt, CentralError>> =>
    answer.ok ? verifyReceipt(answer.value, packet, options.getReceiptKey()) : answer

  /** An earlier attempt may have arrived although its answer did not: then nothing has to travel again. */
  async function findReceipt(packet: PacketToSend): Promise<Result<Receipt, CentralError> | undefined> {
    const known = await call(authorised, ReceivedWire, 'GET', `/v1/submissions/${packet.submissionId}`)
    if (!known.ok) return known.error.kind === 'refused' && known.error.status === 404 ? undefined : known
    if (known.value.sha256 !== packet.sha256) {
      return err({ kind: 'refused', status: 409, problem: 'submission-conflict', detail: '' })
    }
    return receive(known, packet)
  }

  async function uploadAndRegister(
    packet: PacketToSend,
    uploadUrl: string | null,
    hooks: UploadHooks,
  ): Promise<Result<Receipt, CentralError>> {
    const uploaded = await uploadPacket(line, packet, uploadUrl, hooks)
    if (!uploaded.ok) return uploaded
    const { sha256, bytes, corrects } = packet
    const registration = {
      uploadId: uploaded.value.id,
      sha256,
      bytes,
      ...(corrects === undefined ? {} : { corrects }),
    }
    const url = `/v1/submissions/${packet.submissionId}`
    const received = await receive(await call(authorised, ReceivedWire, 'PUT', url, registration), packet)
    // The next attempt registers what is there already.
    if (!received.ok && !uploaded.value.told) hooks.onUploadUrl(uploaded.value.url)
    return received
  }

  return {
    dropPending: http.dropPending,
    async health(signal) {
      const answer = await call((c) => http.send(c), HealthWire, 'GET', '/v1/health', undefined, signal)
      if (!answer.ok) return answer
      const { demo, time } = answer.value
      return ok({ demo, time, skewSeconds: Math.round((now().getTime() - Date.parse(time)) / 1000) })
    },
    enrol: (input) => call((c) => http.send(c), EnrolmentWire, 'POST', '/v1/devices', input),
    async submit(packet, hooks) {
      if (unusable !== undefined) return err(unusable)
      // Without its file a packet can only have been sent before (its database was brought back from a backup).
      const untried = packet.uploadUrl === null && existsSync(packet.path)
      const earlier = untried ? undefined : await findReceipt(packet)
      if (earlier !== undefined) return earlier
      const first = await uploadAndRegister(packet, packet.uploadUrl, hooks)
      const mendable =
        !first.ok && first.error.kind === 'refused' && MENDED_BY_NEW_UPLOAD.includes(first.error.problem)
      return mendable ? uploadAndRegister(packet, null, hooks) : first
    },
    packetsAtOnce: () => (fit.isGood() ? 2 : 1),
    withdraw: ({ submissionId, reason, at }) =>
      call(authorised, WithdrawalWire, 'PUT', `/v1/submissions/${submissionId}/withdrawal`, { reason, at }),
    async follow({ submissionId, sha256, bytes }) {
      const registration = { uploadId: NO_UPLOAD, sha256, bytes }
      const url = `/v1/submissions/${submissionId}`
      const answer = await call(authorised, ReceivedWire, 'PUT', url, registration)
      return answer.ok ? ok(null) : answer
    },
    changes: (cursor) =>
      call(authorised, ChangesWire, 'GET', `/v1/changes?cursor=${encodeURIComponent(cursor)}`),
    latestStatus: (id) => call(authorised, LatestStatusWire, 'GET', `/v1/submissions/${id}`),
    recipients: async (etag) =>
      unusable === undefined
        ? fetchRecipients(authorised, etag, options.getReceiptKey(), now())
        : err(unusable),
    reference: async (list, etag) =>
      unusable === undefined ? fetchReference(authorised, list, etag, now()) : err(unusable),
    async emailRegistered(email) {
      const answer = await call(authorised, EmailWire, 'POST', '/v1/emails/check', { email })
      return answer.ok ? ok(answer.value.registered) : answer
    },
    async usernameFree(username) {
      const answer = await call(authorised, UsernameWire, 'POST', '/v1/usernames/check', { username })
      return answer.ok ? ok(answer.value.free) : answer
    },
    company: (input) => call(authorised, CompanyWire, 'POST', '/v1/companies/check', input),
    accesses: (input) => call(authorised, AccessesWire, 'POST', '/v1/accesses/check', input),
    requestCode: (input) => call(authorised, CodeSentWire, 'POST', '/v1/codes', input),
    verifyCode: ({ codeId, code }) =>
      call(authorised, CodeAnswerWire, 'POST', `/v1/codes/${encodeURIComponent(codeId)}/verify`, { code }),
  }
}

/** Addresses and phone numbers travel in these calls: without TLS only to this machine itself. */
function checkAddress(baseUrl: string): CentralError | undefined {
  const url = URL.parse(baseUrl)
  if (url === null) return { kind: 'offline', detail: 'address-invalid' }
  if (url.protocol === 'https:') return undefined
  const local = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  if (url.protocol === 'http:' && local) return undefined
  return { kind: 'forbidden', detail: 'https-required' }
}
