import { mkdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from './context.ts'
import { flush } from './flush.ts'
import { Problem, type ProblemName } from './problem.ts'
import { authenticate } from './tokens.ts'

/** An upload nobody finished or registered is swept after this time. */
const ABANDONED_AFTER_MS = 7 * 24 * 60 * 60 * 1000
/** How long a new request waits for a half-dead one that still holds the upload. */
const LOCK_DRAIN_MS = 500

/** A finished upload, as a registration needs it. */
export type FinishedUpload = {
  readonly path: string
  readonly bytes: number
  /** Makes the file durable and moves it to its final place; `forget` it then. */
  moveTo(target: string): Promise<void>
  /** Takes the upload off the list, in the transaction of the caller. */
  forget(): void
  discard(): Promise<void>
}

/** The tus 1.0 side of the central: half-sent packets, which belong to the device that began them. */
export type Uploads = {
  /** Adds `/v1/uploads` to the application. */
  routes(app: FastifyInstance): Promise<void>
  /** Throws 409 `upload-unknown` or `upload-incomplete`. */
  finished(uploadId: string, deviceId: string): Promise<FinishedUpload>
  sweep(): Promise<void>
}

export function createUploads(ctx: Context): Uploads {
  const directory = join(ctx.dataDir, 'uploads')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const store = new FileStore({ directory, expirationPeriodInMilliseconds: ABANDONED_AFTER_MS })
  // Only what the contract offers: lengths are known and uploads are never deleted by a client.
  store.extensions = ['creation', 'creation-with-upload', 'expiration']
  const server = new Server({
    path: '/v1/uploads',
    datastore: store,
    maxSize: ctx.keys.limits.packetBytes,
    lockDrainTimeout: LOCK_DRAIN_MS,
    allowedOrigins: () => false,
    namingFunction: () => Buffer.from(ctx.random(16)).toString('hex'),
    // Relative to the request (RFC 9110 section 10.2.2): right behind any proxy and under any path.
    generateUrl: (_request, { id }) => `uploads/${id}`,
  })

  const ownerOf = (id: string): string | undefined =>
    ctx.db.prepare<[string], { device_id: string }>('SELECT device_id FROM uploads WHERE id = ?').get(id)
      ?.device_id

  const forget = (id: string): void => {
    ctx.db.prepare('DELETE FROM uploads WHERE id = ?').run(id)
  }
  /** The library's note about the upload; it may be gone already after a crash. */
  const removeNote = (id: string): Promise<void> => rm(join(directory, `${id}.json`), { force: true })

  return {
    async routes(app) {
      // The packet flows through to disk; it is never gathered in memory.
      app.removeAllContentTypeParsers()
      app.addContentTypeParser('*', (_request, _payload, done) => done(null))
      app.route({ method: ['POST', 'OPTIONS'], url: '/v1/uploads', handler: pass })
      app.route({ method: ['HEAD', 'PATCH'], url: '/v1/uploads/:id', handler: pass })

      async function pass(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
        const { id } = request.params as { id?: string }
        let deviceId: string | undefined
        if (request.method !== 'OPTIONS') {
          deviceId = authenticate(ctx, request.headers.authorization).id
          if (id !== undefined && ownerOf(id) !== deviceId) throw new Problem(404, 'upload-unknown')
        }
        const answer = await server.handleWeb(toWebRequest(request.raw, request.url))
        const location = answer.headers.get('location')
        if (answer.status === 201 && location !== null && deviceId !== undefined) {
          ctx.db
            .prepare('INSERT INTO uploads (id, device_id, created_at) VALUES (?, ?, ?)')
            .run(location.slice(location.lastIndexOf('/') + 1), deviceId, ctx.now().getTime())
        }
        if (answer.status >= 400) throw await toProblem(answer)
        for (const [name, value] of answer.headers) {
          if (!name.startsWith('access-control-') && name !== 'content-type') reply.header(name, value)
        }
        return reply.code(answer.status).send()
      }
    },

    async finished(uploadId, deviceId) {
      if (ownerOf(uploadId) !== deviceId) throw new Problem(409, 'upload-unknown')
      const upload = await store.getUpload(uploadId).catch(() => {
        throw new Problem(409, 'upload-unknown')
      })
      if (upload.size === undefined || upload.offset !== upload.size)
        throw new Problem(409, 'upload-incomplete')
      const path = join(directory, uploadId)
      return {
        path,
        bytes: upload.size,
        async moveTo(target) {
          await flush(path)
          await rename(path, target)
          await flush(join(target, '..'))
          await removeNote(uploadId)
        },
        forget: () => forget(uploadId),
        async discard() {
          await rm(path, { force: true })
          forget(uploadId)
          await removeNote(uploadId)
        },
      }
    },

    async sweep() {
      await server.cleanUpExpiredUploads()
      ctx.db.prepare('DELETE FROM uploads WHERE created_at < ?').run(ctx.now().getTime() - ABANDONED_AFTER_MS)
    },
  }
}

/** Room between the line and the disk: what arrived just before a line broke must not be thrown away with it. */
const ARRIVED_BYTES = 1024 * 1024

/**
 * The body of a request. One that breaks off ends here like a short one: its bytes are kept, and the client goes on
 * behind them (tus 1.0: "the Server SHOULD always attempt to store as much of the received data as possible").
 */
function whatArrives(raw: IncomingMessage): Readable {
  const bytes = new PassThrough({ highWaterMark: ARRIVED_BYTES })
  raw.on('error', () => bytes.end())
  return raw.pipe(bytes)
}

/** tus speaks web requests; the body stays a stream. */
function toWebRequest(raw: IncomingMessage, url: string): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(raw.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const method = raw.method ?? 'GET'
  const hasBody = method === 'PATCH' || (method === 'POST' && raw.headers['content-length'] !== '0')
  const body = hasBody ? (Readable.toWeb(whatArrives(raw)) as ReadableStream<Uint8Array<ArrayBuffer>>) : null
  const init = { method, headers, body, duplex: 'half' as const }
  return new Request(new URL(url, 'http://central.invalid'), init)
}

const TUS_PROBLEMS: Readonly<Record<number, ProblemName>> = {
  404: 'upload-unknown',
  410: 'upload-unknown',
  413: 'too-large',
}

async function toProblem(answer: Response): Promise<Problem> {
  const detail = (await answer.text()).trim()
  const headers: Record<string, string> = {}
  for (const name of ['tus-resumable', 'tus-version']) {
    const value = answer.headers.get(name)
    if (value !== null) headers[name] = value
  }
  if (answer.status >= 500) return new Problem(answer.status, 'internal', { headers })
  return new Problem(answer.status, TUS_PROBLEMS[answer.status] ?? 'upload-protocol', { detail, headers })
}
