import { type FileHandle, open } from 'node:fs/promises'
import { DetailedError, type FileReader as TusFileReader, Upload } from 'tus-js-client'
import { err, ok, type Result } from '#shared/domain/result.ts'
import type { CentralError, PacketToSend } from './central-api.ts'
import type { Http } from './http.ts'
import type { LinkFit } from './link-fit.ts'
import { errorOfAnswer, type HttpAnswer } from './map-errors.ts'
import type { Authorised } from './token.ts'
import { tusHttpStack, UploadFailure } from './tus-http-stack.ts'

/** What an upload travels on. */
export type Line = {
  readonly http: Http
  readonly authorised: Authorised
  readonly fit: LinkFit
  readonly now: () => Date
}

export type UploadHooks = {
  onUploadUrl(url: string): void
  onProgress(sentBytes: number): void
  readonly signal: AbortSignal
}

/** A finished upload; `told` when its URL was handed over to be stored. */
export type Uploaded = { readonly id: string; readonly url: string; readonly told: boolean }

/** Answers after which the upload at that URL is of no use, but a new one may be. */
const LOST_UPLOAD = [404, 409, 410]

/**
 * Uploads a packet by tus 1.0. Its URL is told as soon as there is something to go on from; a packet that travels in
 * one request has nothing to resume, and its URL only comes with the answer. `uploadUrl` continues an earlier one; when the
 * central no longer has that, a new one is begun, once. Never retries by itself: that is the queue's business.
 */
export async function uploadPacket(
  line: Line,
  packet: PacketToSend,
  uploadUrl: string | null,
  hooks: UploadHooks,
): Promise<Result<Uploaded, CentralError>> {
  const file = await open(packet.path, 'r').catch(() => undefined)
  if (file === undefined) return err({ kind: 'unreadable', detail: 'packet-file-missing' })
  try {
    if ((await file.stat()).size !== packet.bytes)
      return err({ kind: 'unreadable', detail: 'packet-file-changed' })
    const run = (url: string | null) => tusUpload(line, file, packet.bytes, url, hooks)
    const first = await run(uploadUrl === null ? null : rebase(line.http, uploadUrl))
    if (first.ok || !isLost(first.error)) return first
    const second = await run(null)
    // Twice lost is trouble of the central, not of this submission.
    return !second.ok && isLost(second.error) ? err({ kind: 'later', status: second.error.status }) : second
  } finally {
    await file.close()
  }
}

const isLost = (error: CentralError): error is Extract<CentralError, { kind: 'refused' }> =>
  error.kind === 'refused' && LOST_UPLOAD.includes(error.status)

const uploadIdOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)

/** The central may have another address or port by now; the upload's id is what lasts. */
const rebase = (http: Http, url: string): string => `${http.baseUrl}/v1/uploads/${uploadIdOf(url)}`

function tusUpload(
  { http, authorised, fit, now }: Line,
  file: FileHandle,
  bytes: number,
  uploadUrl: string | null,
  hooks: UploadHooks,
): Promise<Result<Uploaded, CentralError>> {
  const inOneRequest = uploadUrl === null && fit.isGood() && bytes <= fit.pieceBytes()
  return new Promise((resolve, reject) => {
    let knownUrl = uploadUrl
    const stop = (): void => {
      void upload.abort()
      finish(err({ kind: 'offline', detail: 'aborted' }))
    }
    const tellUrl = (): void => {
      if (upload.url === null || upload.url === knownUrl) return
      knownUrl = upload.url
      hooks.onUploadUrl(upload.url)
    }
    const finish = (result: Result<Uploaded, CentralError>): void => {
      hooks.signal.removeEventListener('abort', stop)
      resolve(result)
    }
    const upload = new Upload(Buffer.alloc(0), {
      // Without an endpoint tus cannot silently begin anew after a failed resume, whatever the reason was.
      endpoint: uploadUrl === null ? `${http.baseUrl}/v1/uploads` : null,
      uploadUrl,
      uploadSize: bytes,
      chunkSize: fit.pieceBytes(),
      // One request less; on a poor link the first bytes would be lost with the answer that names their place.
      uploadDataDuringCreation: fit.isGood(),
      retryDelays: null,
      // The library's own URL store would keep addresses in memory or throw them away (facts.md).
      storeFingerprintForResuming: false,
      httpStack: tusHttpStack(authorised, fit, now),
      fileReader: packetReader(file, bytes),
      onUploadUrlAvailable: () => {
        if (!inOneRequest) tellUrl()
      },
      onChunkComplete: (_size, accepted) => {
        if (accepted < bytes) tellUrl()
        upload.options.chunkSize = fit.pieceBytes()
        hooks.onProgress(accepted)
      },
      onSuccess: () => {
        const url = upload.url ?? ''
        finish(ok({ id: uploadIdOf(url), url, told: url === knownUrl }))
      },
      onError: (cause) => {
        const error = sortFailure(cause, now())
        // Anything unsorted is a bug of ours: it surfaces where the caller waits, not in the library's own chain.
        if (error === undefined) reject(cause)
        else finish(err(error))
      },
    })
    if (hooks.signal.aborted) return stop()
    hooks.signal.addEventListener('abort', stop, { once: true })
    upload.start()
  })
}

/** Reads the packet piece by piece from the open file, so that no picture is ever whole in memory. */
function packetReader(file: FileHandle, bytes: number): TusFileReader {
  return {
    openFile: async () => ({
      size: bytes,
      async slice(start, end) {
        const piece = Buffer.alloc(Math.min(end, bytes) - start)
        const { bytesRead } = await file.read(piece, 0, piece.length, start)
        if (bytesRead !== piece.length)
          throw new UploadFailure({ kind: 'unreadable', detail: 'packet-file-changed' })
        return { value: Object.assign(piece, { size: piece.length }), done: end >= bytes }
      },
      close: () => undefined,
    }),
  }
}

function sortFailure(cause: Error, now: Date): CentralError | undefined {
  if (cause instanceof UploadFailure) return cause.central
  if (!(cause instanceof DetailedError)) return undefined
  if (cause.causingError instanceof UploadFailure) return cause.causingError.central
  if (cause.originalResponse === null) return undefined
  const answer = cause.originalResponse.getUnderlyingObject() as HttpAnswer
  // 423: an earlier, half-dead request still holds the upload; it lets go by itself.
  if (answer.status === 423) return { kind: 'later', status: 423 }
  return errorOfAnswer(answer, now) ?? { kind: 'unreadable', detail: 'not-tus' }
}
