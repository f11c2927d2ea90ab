import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Failure } from './failure.ts'

/** The page that says why the kiosk does not start, on the loopback address. */
export type FailurePage = {
  readonly address: string
  /** Resolves when somebody asks for another start. */
  readonly again: Promise<true>
  close(): void
}

/** Nothing but the page itself: it must come up when nothing else does. */
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
}

/**
 * Serves one page with the failure in words and a button that starts again.
 * @param token makes the address one that no other user of the machine can guess
 */
export async function serveFailurePage(failure: Failure, token: string): Promise<FailurePage> {
  const path = `/${token}`
  const page = failureHtml(failure, path)
  let ask: (again: true) => void = () => undefined
  const again = new Promise<true>((resolve) => {
    ask = resolve
  })
  const server = createServer((request, response) => {
    if (request.url !== path) return void response.writeHead(404).end()
    response.writeHead(200, HEADERS).end(page)
    if (request.method === 'POST') ask(true)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}${path}`,
    again,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Indonesian first and large; the colours and sizes are those of src/renderer/ui/tokens.css. */
const failureHtml = ({ what, mend }: Failure, path: string): string => `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>Kios LPSE</title><style>
  body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 5vw; box-sizing: border-box;
    font: 24px/1.5 system-ui, sans-serif; color: #1a2433; background: #f6f7f9; }
  main { max-width: 60rem; }
  h1 { font-size: 40px; line-height: 1.25; }
  p { overflow-wrap: anywhere; }
  section[lang='en'] { margin-top: 2rem; padding-top: 1.5rem; border-top: 2px solid #d5dae1; font-size: 22px; color: #4a5565; }
  button { min-height: 72px; padding: 0 2.5rem; font: inherit; font-weight: 700; color: #fff; background: #0b5cad;
    border: 0; border-radius: 12px; }
  button:focus-visible { outline: 4px solid #1a2433; outline-offset: 4px; }
</style></head><body><main>
<h1>Kios belum bisa dipakai</h1>
${paragraphs(what.id, 'Cara memperbaiki', mend.id)}
<p>Data yang sudah tersimpan tetap aman.</p>
<form method="post" action="${path}"><button autofocus>Coba lagi · Try again</button></form>
<section lang="en"><strong>The kiosk cannot be used yet</strong>
${paragraphs(what.en, 'To mend it', mend.en)}
<p>What has been saved stays safe.</p></section>
</main></body></html>
`

const paragraphs = (what: string, label: string, mend: string): string =>
  `<p>${escapeHtml(what)}</p><p><strong>${label}:</strong> ${escapeHtml(mend)}</p>`

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
