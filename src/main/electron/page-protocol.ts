import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { SECURITY_HEADERS } from '../transport/content-security-policy.ts'
import { listPageFiles } from '../transport/page-files.ts'
import { isOurAddress, PAGE_SCHEME } from './page-address.ts'

/** Makes `app://` a secure origin with fetch and streaming. Must run before Electron is ready. */
export function announcePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: PAGE_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

/** Serves the built page over `app://kiosk/`, with the same files and headers as the loopback transport. */
export async function servePage(session: Session, rendererDir: string): Promise<void> {
  const files = await listPageFiles(rendererDir)
  session.protocol.handle(PAGE_SCHEME, async (request) => {
    const file =
      isOurAddress(request.url) && request.method === 'GET'
        ? files.get(new URL(request.url).pathname)
        : undefined
    if (file === undefined)
      return new Response('not found', { status: 404, headers: { 'Content-Type': 'text/plain' } })
    const headers = {
      ...SECURITY_HEADERS,
      'Content-Type': file.contentType,
      'Cache-Control': file.cacheControl,
    }
    return new Response(await readFile(file.path), { headers })
  })
}
