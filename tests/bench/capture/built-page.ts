import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { SECURITY_HEADERS } from '../../../src/main/transport/content-security-policy.ts'
import { listPageFiles } from '../../../src/main/transport/page-files.ts'
import { listen } from '../../helpers/listen.ts'

const RENDERER = fileURLToPath(new URL('../../../out/renderer', import.meta.url))

/** The built page with its own headers, and nothing behind it: what the workers of the checks need. */
export async function serveBuiltPage(): Promise<{ url: string; close(): Promise<void> }> {
  const files = await listPageFiles(RENDERER)
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://page').pathname)
    if (!file) return void response.writeHead(404).end()
    response.writeHead(200, { ...SECURITY_HEADERS, 'Content-Type': file.contentType })
    response.end(readFileSync(file.path))
  })
  const { url, stop } = await listen(server)
  return { url: `${url}/`, close: stop }
}

/** Path of a built worker, whose name carries a hash. */
export function workerPath(name: 'face-check' | 'card-check'): string {
  const file = readdirSync(`${RENDERER}/assets`).find((each) => each.startsWith(`${name}.worker-`))
  if (!file) throw new Error(`${name}.worker is not in out/renderer: npm run build`)
  return `/assets/${file}`
}
