import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { App } from '../../app/app.ts'
import { MAX_BODY_BYTES } from '../body-limit.ts'
import { SECURITY_HEADERS } from '../content-security-policy.ts'
import { listPageFiles, type PageFile } from '../page-files.ts'
import { invalidBody, refuse, sendAnswer } from './answers.ts'
import { comesFromOurPage, namesUs, sendsJson } from './caller.ts'
import { createEventStream } from './event-stream.ts'
import { discardRest, readJsonBody } from './read-body.ts'
import { carriesToken } from './token.ts'

/** Nobody but this machine. */
const HOST = '127.0.0.1'

/** A running loopback server: `url` is `http://127.0.0.1:PORT`. */
export type LoopbackServer = { readonly url: string; close(): Promise<void> }

type Context = {
  readonly app: App
  readonly token: string
  readonly files: ReadonlyMap<string, PageFile>
  readonly events: ReturnType<typeof createEventStream>
  port: number
}

/**
 * Serves the core on loopback HTTP: `POST /rpc/{channel}` (JSON in, `Answer` out), `GET /events`
 * (server-sent events) and the built page. Calls and events need the bearer token; a request that does
 * not name this server, or that another page sent, is refused (`refused-caller`).
 *
 * @param options.rendererDir the built page; without it only calls and events are served
 * @param options.port 0 picks a free one
 * @throws the listen error, for example EADDRINUSE for a fixed port
 */
export async function serveApp(
  app: App,
  options: { readonly token: string; readonly port: number; readonly rendererDir?: string },
): Promise<LoopbackServer> {
  const files =
    options.rendererDir === undefined ? new Map<string, PageFile>() : await listPageFiles(options.rendererDir)
  const context: Context = { app, token: options.token, files, events: createEventStream(app), port: 0 }
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 60_000, maxHeaderSize: 16_384 },
    (request, response) => {
      route(context, request, response).catch(() => {
        // A bug of ours or a connection that broke: dispatch itself never throws.
        if (response.headersSent) response.destroy()
        else refuse(response, { code: 'unexpected', ref: 'transport' })
      })
    },
  )
  try {
    context.port = await listen(server, options.port)
  } catch (error) {
    context.events.close()
    throw error
  }
  return {
    url: `http://${HOST}:${context.port}`,
    close: () => {
      context.events.close()
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

async function route(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!namesUs(request, context.port)) return refuseCaller(request, response)
  const [path = '/'] = (request.url ?? '/').split(/[?#]/)
  if (path.startsWith('/rpc/')) return answerCall(context, path.slice('/rpc/'.length), request, response)
  if (path === '/events') return openEvents(context, request, response)
  return sendPageFile(context, path, request, response)
}

async function answerCall(
  { app, token }: Context,
  channel: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (!comesFromOurPage(request) || !carriesToken(request.headers.authorization, token))
    return refuseCaller(request, response)
  if (request.method !== 'POST') return refuseMethod(request, response, 'POST')
  if (!sendsJson(request)) return refuseCaller(request, response)
  const body = await readJsonBody(request)
  switch (body.kind) {
    case 'json':
      return sendAnswer(response, await app.dispatch(channel, body.value))
    case 'too-large':
      discardRest(request)
      return refuse(response, { code: 'too-large', maxBytes: MAX_BODY_BYTES }, { Connection: 'close' })
    case 'not-json':
      return refuse(response, invalidBody('The body is not JSON in UTF-8.'))
    case 'cut-off':
      response.destroy()
  }
}

function openEvents({ events, token }: Context, request: IncomingMessage, response: ServerResponse): void {
  if (!comesFromOurPage(request) || !carriesToken(request.headers.authorization, token))
    refuseCaller(request, response)
  else if (request.method !== 'GET') refuseMethod(request, response, 'GET')
  else events.open(request, response)
}

/** The page itself holds no secret, so it needs no token: the browser could not send one. */
function sendPageFile(
  { files }: Context,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuseMethod(request, response, 'GET, HEAD')
    return
  }
  request.resume()
  const file = files.get(path)
  if (file === undefined) {
    refuse(response, { code: 'not-found', what: 'file' })
    return
  }
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': file.contentType,
    'Cache-Control': file.cacheControl,
  })
  if (request.method === 'HEAD') response.end()
  else {
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response)
  }
}

function refuseCaller(request: IncomingMessage, response: ServerResponse): void {
  discardRest(request)
  refuse(response, { code: 'refused-caller' }, { Connection: 'close' })
}

function refuseMethod(request: IncomingMessage, response: ServerResponse, allow: string): void {
  discardRest(request)
  refuse(response, { code: 'unknown-channel' }, { Allow: allow, Connection: 'close' })
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}
