import { X509Certificate } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import type { ConnectionTestView, ConnectionView } from '#shared/contract/views.ts'
import { ConnectionInput } from '#shared/domain/connection.ts'
import type { AppError } from '#shared/domain/errors.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import type { CentralError, HttpOptions, SystemProxy } from '../central-api/index.ts'

/** How the central is reached, as stored; the authority as PEM text, because the stick it came from goes away. */
export const StoredConnection = z.object({
  proxy: ConnectionInput.shape.proxy,
  ca: z.string().nullable(),
})
export type StoredConnection = z.infer<typeof StoredConnection>
export type ConnectionTest = ConnectionTestView

export const CONNECTION = 'connection'
/** Until an admin says otherwise: what the operating system says. */
export const DIRECT: StoredConnection = { proxy: { mode: 'system' }, ca: null }
/** A bundle of authorities is small; a picture by mistake is not. */
const MAX_CA_BYTES = 256 * 1024

/** Reads what an admin set; the certificate file must be one. */
export function readConnection(
  { proxy: named, caFile }: ConnectionInput,
  before: StoredConnection,
): Result<StoredConnection, AppError> {
  // The screen never saw the password: the same address without one is the same proxy.
  const isSame =
    named.mode === 'manual' &&
    before.proxy.mode === 'manual' &&
    withoutPassword(before.proxy) === new URL(named.url).href
  const proxy = isSame ? before.proxy : named
  if (caFile === undefined) return ok({ proxy, ca: before.ca })
  if (caFile === null) return ok({ proxy, ca: null })
  const ca = readAuthority(caFile)
  if (ca !== undefined) return ok({ proxy, ca })
  return err({ code: 'form', issues: [{ field: 'caFile', code: 'connection.ca-unreadable' }] })
}

function readAuthority(path: string): string | undefined {
  try {
    if (!isAbsolute(path) || statSync(path).size > MAX_CA_BYTES) return undefined
    const pem = readFileSync(path, 'utf8')
    return new X509Certificate(pem).ca ? pem : undefined
  } catch {
    return undefined
  }
}

export function httpOptions(
  { proxy, ca }: StoredConnection,
  baseUrl: string,
  systemProxy: (address: string) => ReturnType<SystemProxy>,
): HttpOptions {
  const authority = ca === null ? {} : { ca }
  if (proxy.mode === 'none') return authority
  return { ...authority, proxy: proxy.mode === 'manual' ? proxy.url : () => systemProxy(baseUrl) }
}

/** What an admin may see again. */
export function describeConnection({ proxy, ca }: StoredConnection): ConnectionView {
  const subject = ca === null ? null : new X509Certificate(ca).subject
  return { proxy: proxy.mode === 'manual' ? { ...proxy, url: withoutPassword(proxy) } : proxy, ca: subject }
}

/** Address of a manual proxy as it may be shown. */
function withoutPassword(proxy: { readonly url: string }): string {
  const url = new URL(proxy.url)
  url.password = ''
  return url.href
}

/** The technical half of a failure, for whoever mends the line: codes, never contents. */
export const detailOf = (error: CentralError): string =>
  'status' in error ? String(error.status) : 'detail' in error ? error.detail : ''
