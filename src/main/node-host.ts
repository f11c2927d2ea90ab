import { join } from 'node:path'
import {
  type ChromiumWindow,
  findChromium,
  hasDisplay,
  openChromiumWindow,
  showFailure,
  showMessageBox,
} from './chromium/index.ts'
import { type Failure, failureText } from './hosts/failure.ts'
import { openHostKeys } from './hosts/host-keys.ts'
import { type HostOptions, readHostOptions, USAGE } from './hosts/host-options.ts'
import { createLog, tell, tellFailure } from './hosts/log.ts'
import { ocrWorkerBeside } from './hosts/ocr-worker-url.ts'
import { runHost } from './hosts/run-host.ts'
import { serveOrExplain } from './hosts/serve-or-explain.ts'
import { stopOnSignals, watchLauncher } from './hosts/shutdown.ts'
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
  const server = await serveOrExplain(options.port, core, () =>
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
    tell({
      id: `Kios siap di  ${address}\nBuka alamat ini dengan Chromium di komputer ini. Ctrl+C menghentikan kios.`,
      en: `The kiosk is ready at  ${address}\nOpen this address in Chromium on this machine. Ctrl+C ends the kiosk.`,
    })
  window?.closed.then((how) => end(how === 'crashed' ? 1 : 0))
}, showToPerson)

/** The options may be what is wrong: what decides here is only whether a window was refused. */
async function showToPerson(failure: Failure): Promise<boolean> {
  if (process.argv.includes('--no-window')) return false
  watchLauncher(() => process.exit(1))
  return showFailure(failure, { program: process.env.KIOSK_CHROMIUM || undefined, token: createToken() })
}

function announce({ mode, dataDir }: HostOptions): void {
  if (mode === 'demo')
    tell({
      id: 'DEMO: hanya data buatan, dengan server pusatnya sendiri. Meja layanan sungguhan: --no-demo (README).',
      en: 'DEMO: synthetic data only, with a central of its own. A real desk: --no-demo (README).',
    })
  tell({ id: `Folder data: ${dataDir}`, en: `Data directory: ${dataDir}` })
}

async function openWindow(options: HostOptions, address: string): Promise<ChromiumWindow | undefined> {
  if (!options.window || !hasDisplay()) return undefined
  const program = findChromium(options.chromium)
  if (program === undefined) {
    return sayNoWindow(NO_BROWSER)
  }
  try {
    return await openChromiumWindow({ program, address, silentPrinting: options.printer.silent })
  } catch {
    return sayNoWindow(browserFailed(program))
  }
}

/** The kiosk goes on without its window; whoever sits before an empty screen is told why. */
function sayNoWindow(failure: Failure): undefined {
  tellFailure(failure)
  void showMessageBox(failureText(failure))
  return undefined
}

const MEND_BROWSER = {
  id: 'pasang Chromium, atau sebut browsernya dengan KIOSK_CHROMIUM (atau "chromium" di berkas pengaturan)',
  en: 'install Chromium, or name a browser with KIOSK_CHROMIUM (or "chromium" in the settings file)',
}
const NO_BROWSER: Failure = {
  what: {
    id: 'Browser Chromium tidak ditemukan: jendela kios tidak dibuka.',
    en: 'No Chromium browser was found: no window is opened.',
  },
  mend: MEND_BROWSER,
}
const browserFailed = (program: string): Failure => ({
  what: {
    id: `Browser ${program} tidak mau berjalan: jendela kios tidak dibuka.`,
    en: `The browser ${program} did not start: no window is opened.`,
  },
  mend: MEND_BROWSER,
})
