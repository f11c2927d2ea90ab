import { readFileSync } from 'node:fs'
import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { Duplex } from 'node:stream'
import { rootCertificates } from 'node:tls'
import axios, { type AxiosRequestConfig } from 'axios'
import type { z } from 'zod'
import { err, ok, type Result } from '#shared/domain/result.ts'
import type { CentralError } from './central-api.ts'
import { DROPPED, errorOfAnswer, errorOfFailure, type HttpAnswer, isWebPage } from './map-errors.ts'

/** Asks the operating system for its proxy; undefined: connect directly. */
export type SystemProxy = () => string | undefined | Promise<string | undefined>

/** How the kiosk reaches the network. */
export type HttpOptions = {
  /** Until a connection (with TLS) stands; default 30 000. */
  readonly connectTimeoutMs?: number
  /** Without a byte in either direction; default 60 000. */
  readonly idleTimeoutMs?: number
  /** Until the whole answer is there, however the bytes trickle; default one connecting and two idle time-outs. */
  readonly deadlineMs?: number
  /**
   * `http://[user:password@]host:port`, or what the system says of it for each request: an office's network changes while
   * the kiosk runs. Environment variables are not consulted here: set-up decides.
   */
  readonly proxy?: string | SystemProxy
  /** PEM file of an office's own certificate authority. */
  readonly caFile?: string
  /** The same as text. It is trusted beside the authorities that Node knows, not in their place. */
  readonly ca?: string
}

export type HttpCall = {
  readonly method: string
  /** Path below the central's address, or a whole URL. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  readonly signal?: AbortSignal
  /** The answer is a whole list: it may be larger than others, and take longer. */
  readonly large?: boolean
}

/** Sends one request and gives the answer whatever its status; fails only when there is none by its deadline. */
export type Http = {
  send(call: HttpCall): Promise<Result<HttpAnswer, CentralError>>
  /** Gives up the requests that have waited for so long, or longer: they fail as `dropped` (see `isDropped`). */
  dropPending(waitedMs: number): void
  readonly baseUrl: string
}

/** A line must carry a byte in this time: the deadline of a request grows with what it sends. */
const MS_PER_BYTE = 1

/** JSON answers are small; more than this is no answer of the central. */
const MAX_ANSWER_BYTES = 1024 * 1024
/** A list of every satuan kerja of the country is a few MiB. */
const MAX_LARGE_ANSWER_BYTES = 16 * 1024 * 1024
/** How many deadlines a large answer has: ten minutes, 16 MiB at 27 kB a second. */
const LARGE_ANSWER_DEADLINES = 4

/** @param monotonic milliseconds, for how long a request has waited */
export function createHttp(
  baseUrl: string,
  options: HttpOptions = {},
  monotonic = () => performance.now(),
): Http {
  const { connectTimeoutMs = 30_000, idleTimeoutMs = 60_000 } = options
  const { deadlineMs = connectTimeoutMs + 2 * idleTimeoutMs } = options
  const base = baseUrl.replace(/\/+$/, '')
  const own = options.ca ?? (options.caFile === undefined ? undefined : readFileSync(options.caFile, 'utf8'))
  const ca = own === undefined ? undefined : [...rootCertificates, own]
  const client = axios.create({
    timeout: idleTimeoutMs,
    transitional: { clarifyTimeoutError: true },
    httpAgent: keepingBriefly(new HttpAgent({ keepAlive: true })),
    httpsAgent: keepingBriefly(new HttpsAgent({ keepAlive: true, ...(ca === undefined ? {} : { ca }) })),
    transport: transportWithin(connectTimeoutMs),
    maxRedirects: 0,
    maxContentLength: MAX_ANSWER_BYTES,
    maxBodyLength: Number.POSITIVE_INFINITY,
    responseType: 'text',
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    validateStatus: () => true,
  })
  /** Requests without an answer, and when they were sent. */
  const pending = new Map<AbortController, number>()
  return {
    baseUrl: base,
    dropPending(waitedMs) {
      for (const [request, sentAt] of pending) if (monotonic() - sentAt >= waitedMs) request.abort()
    },
    async send(call) {
      const deadline = AbortSignal.timeout(
        deadlineMs * (call.large ? LARGE_ANSWER_DEADLINES : 1) + (call.body?.length ?? 0) * MS_PER_BYTE,
      )
      const drop = new AbortController()
      const config: AxiosRequestConfig = {
        method: call.method,
        url: /^https?:/.test(call.url) ? call.url : base + call.url,
        headers: {
          accept: 'application/json, application/problem+json',
          // Axios would name a type also where there is no body.
          ...(call.body === undefined ? { 'content-type': false } : {}),
          ...call.headers,
        },
        ...(call.body === undefined ? {} : { data: call.body }),
        ...(call.large ? { maxContentLength: MAX_LARGE_ANSWER_BYTES } : {}),
        signal: AbortSignal.any([deadline, drop.signal, ...(call.signal ? [call.signal] : [])]),
      }
      pending.set(drop, monotonic())
      try {
        const proxy = typeof options.proxy === 'function' ? await options.proxy() : options.proxy
        config.proxy = proxy === undefined ? false : readProxy(proxy)
        const answer = await client.request<string | undefined>(config)
        const headers: Record<string, string> = {}
        for (const [name, value] of Object.entries(answer.headers)) {
          if (value !== undefined && value !== null) headers[name.toLowerCase()] = String(value)
        }
        return ok({ status: answer.status, headers, body: answer.data ?? '' })
      } catch (cause) {
        if (drop.signal.aborted) return err(DROPPED)
        if (deadline.aborted) return err({ kind: 'offline', detail: 'deadline' })
        return err(errorOfFailure(cause))
      } finally {
        pending.delete(drop)
      }
    },
  }
}

/** Reads a success as JSON of the given shape. A web page in its place is somebody else's answer. */
export function readJson<T>(schema: z.ZodType<T>, answer: HttpAnswer, now: Date): Result<T, CentralError> {
  const error = errorOfAnswer(answer, now)
  if (error !== undefined) return err(error)
  let json: unknown
  try {
    json = JSON.parse(answer.body)
  } catch {
    return err(isWebPage(answer) ? { kind: 'captive-portal' } : { kind: 'unreadable', detail: 'not-json' })
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return ok(parsed.data)
  const where = parsed.error.issues.map((issue) => issue.path.join('.') || '(all)').slice(0, 5)
  return err({ kind: 'unreadable', detail: `unexpected: ${where.join(', ')}` })
}

function readProxy(proxy: string): NonNullable<AxiosRequestConfig['proxy']> {
  const url = new URL(proxy)
  return {
    protocol: url.protocol,
    host: url.hostname,
    port: Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
    ...(url.username === ''
      ? {}
      : { auth: { username: decodeURIComponent(url.username), password: decodeURIComponent(url.password) } }),
  }
}

/** How long a connection waits for the next request. */
const KEPT_MS = 1_000

/**
 * Keeps a connection for the next request, but not for long: no server and no box in between forgets one within a
 * second, so that none is used that is dead already. (The agent's own `timeout` would also cut off slow connecting.)
 */
function keepingBriefly<A extends HttpAgent>(agent: A): A {
  const ends = new WeakMap<Duplex, NodeJS.Timeout>()
  const keep = agent.keepSocketAlive.bind(agent)
  const reuse = agent.reuseSocket.bind(agent)
  agent.keepSocketAlive = (socket) => {
    ends.set(socket, setTimeout(() => socket.destroy(), KEPT_MS).unref())
    return keep(socket)
  }
  agent.reuseSocket = (socket, request) => {
    clearTimeout(ends.get(socket))
    reuse(socket, request)
  }
  return agent
}

/**
 * Node's own requests, given up when no connection comes about in time; the idle time-out begins once it stands. Axios
 * would count the connecting, the sending and the central's thinking as one: a slow line was cut off in the middle.
 */
const transportWithin = (connectTimeoutMs: number) => ({
  request(options: RequestOptions, answered: (response: IncomingMessage) => void): ClientRequest {
    const secure = options.protocol === 'https:'
    const request = secure ? httpsRequest(options, answered) : httpRequest(options, answered)
    const timer = setTimeout(() => {
      request.destroy(Object.assign(new Error('connect timed out'), { code: 'ETIMEDOUT' }))
    }, connectTimeoutMs)
    const standing = () => clearTimeout(timer)
    request.once('close', standing)
    request.once('socket', (socket) => {
      if (request.reusedSocket) standing()
      else socket.once(secure ? 'secureConnect' : 'connect', standing)
    })
    return request
  },
})
