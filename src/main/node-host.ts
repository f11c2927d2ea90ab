import { join } from 'node:path'
import { type ChromiumWindow, findChromium, hasDisplay, openChromiumWindow } from './chromium/index.ts'
import { openHostKeys } from './hosts/host-keys.ts'
import { type HostOptions, readHostOptions, USAGE } from './hosts/host-options.ts'
import { createLog, tell } from './hosts/log.ts'
import { ocrWorkerBeside } from './hosts/ocr-worker-url.ts'
import { runHost } from './hosts/run-host.ts'
import { serveOrExplain } from './hosts/serve-or-explain.ts'
import { stopOnSignals } from './hosts/shutdown.ts'
import { startCore } from './hosts/start-core.ts'
import { createToken, pageAddress, serveApp } from './transport/loopback-http/index.ts'

/**
 * The kiosk on plain Node: the core, its page over loopback HTTP, and a Chromium window where there is a
 * display. Without `--no-demo` and without a settings file it runs as a demo.
 */
await runHost(async () => {
  const options = readHostOptions(process.argv.slice(2), 'demo')
  if (options === undefined) return void process.stdout.write(USAGE)
  const keys = await openHostKeys(options, 'node-host')
  const log = createLog()
  const core = await startCore({
    ...options,
    ...ocrWorkerBeside(import.meta.url),
    host: 'node-host',
    keys,
    log,
  })
  const token = createToken()
  const server = await serveOrExplain(options.port, () =>
    serveApp(core.app, {
      token,
      port: options.port,
      rendererDir: join(import.meta.dirname, '..', 'renderer'),
    }),
  )
  let window: ChromiumWindow | undefined
  const end = stopOnSignals(async () => {
    await window?.close()
    await server.close()
    await core.stop()
  })
  announce(options)
  const address = pageAddress(server.url, token)
  window = await openWindow(options, address)
  if (window === undefined)
    tell(
      `The kiosk is ready at  ${address}\nOpen this address in Chromium on this machine. Ctrl+C ends the kiosk.`,
    )
  window?.closed.then((how) => end(how === 'crashed' ? 1 : 0))
})

function announce({ mode, dataDir }: HostOptions): void {
  if (mode === 'demo')
    tell('DEMO: synthetic data only, with a central of its own. A real desk: --no-demo (README).')
  tell(`Data directory: ${dataDir}`)
}

async function openWindow(options: HostOptions, address: string): Promise<ChromiumWindow | undefined> {
  if (!options.window || !hasDisplay()) return undefined
  const program = findChromium(options.chromium)
  if (program === undefined) {
    tell('No Chromium browser was found: no window is opened. Install one, or name it with KIOSK_CHROMIUM.')
    return undefined
  }
  try {
    return await openChromiumWindow({ program, address, silentPrinting: options.printer.silent })
  } catch {
    tell(`The browser ${program} did not start: no window is opened.`)
    return undefined
  }
}
