import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { SECURITY_HEADERS } from '../../../src/main/transport/content-security-policy.ts'
import { listPageFiles } from '../../../src/main/transport/page-files.ts'

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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Path of a built worker, whose name carries a hash. */
export function workerPath(name: 'face-check' | 'card-check'): string {
  const file = readdirSync(`${RENDERER}/assets`).find((each) => each.startsWith(`${name}.worker-`))
  if (!file) throw new Error(`${name}.worker is not in out/renderer: npm run build`)
  return `/assets/${file}`
}
