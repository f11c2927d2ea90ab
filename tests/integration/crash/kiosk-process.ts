import { createApp } from '../../../src/main/app/create-app.ts'
import { openKeyFile } from '../../../src/main/services/vault/index.ts'
import { createToken, serveApp } from '../../../src/main/transport/loopback-http/index.ts'

/**
 * A kiosk in a process of its own, to be killed: the core and the loopback transport as `headless` has them, without
 * loading the KTP reader. Prints one JSON line `{url, token}`. A third argument takes the place of the central's address.
 */
const [dataDir = '', keyFile = '', centralUrl] = process.argv.slice(2)
const { keys } = await openKeyFile({ path: keyFile, dataDir, createWhenMissing: true })
const app = await createApp({
  host: 'headless',
  dataDir,
  keys,
  ...(centralUrl === undefined ? {} : { centralUrl }),
  version: '0.0.0-test',
  builtAt: new Date('2026-01-01T00:00:00Z'),
  freeBytes: () => 100_000_000_000,
  ocrWorkerUrl: new URL('../../fixtures/ocr/no-card-worker.mjs', import.meta.url),
  log: (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`),
})
const token = createToken()
const server = await serveApp(app, { token, port: 0 })
process.stdout.write(`${JSON.stringify({ url: server.url, token })}\n`)
