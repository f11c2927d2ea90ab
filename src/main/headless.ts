import { openHostKeys } from './hosts/host-keys.ts'
import { readHostOptions, USAGE } from './hosts/host-options.ts'
import { createLog } from './hosts/log.ts'
import { ocrWorkerBeside } from './hosts/ocr-worker-url.ts'
import { runHost } from './hosts/run-host.ts'
import { serveOrExplain } from './hosts/serve-or-explain.ts'
import { stopOnSignals } from './hosts/shutdown.ts'
import { startCore } from './hosts/start-core.ts'
import { createToken, serveApp } from './transport/loopback-http/index.ts'

/**
 * The core without a page, for scripts: one JSON line `{url, token, pid}` on stdout, everything else on
 * stderr (docs/scripting.md).
 */
await runHost(async () => {
  const options = readHostOptions(process.argv.slice(2), 'desk')
  if (options === undefined) return void process.stdout.write(USAGE)
  const keys = await openHostKeys(options, 'headless')
  const core = await startCore({
    ...options,
    ...ocrWorkerBeside(import.meta.url),
    host: 'headless',
    keys,
    log: createLog(),
  })
  const token = createToken()
  const server = await serveOrExplain(options.port, core, () =>
    serveApp(core.app, { token, port: options.port }),
  )
  stopOnSignals(async () => {
    await server.close()
    await core.stop()
  })
  process.stdout.write(`${JSON.stringify({ url: server.url, token, pid: process.pid })}\n`)
})
