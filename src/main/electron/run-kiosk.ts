import { join } from 'node:path'
import { app, dialog, powerSaveBlocker, session } from 'electron'
import { configDir } from '../hosts/directories.ts'
import { describeFailure, failureText } from '../hosts/failure.ts'
import { openHostKeys } from '../hosts/host-keys.ts'
import { type HostOptions, readHostOptions, USAGE } from '../hosts/host-options.ts'
import { createLog, tell, tellFailure } from '../hosts/log.ts'
import { watchLauncher } from '../hosts/shutdown.ts'
import { startCore } from '../hosts/start-core.ts'
import type { KeyProvider } from '../services/vault/index.ts'
import { carryOverIpc } from '../transport/electron-ipc.ts'
import { ownArguments } from './arguments.ts'
import { lockDownPages, lockDownSession } from './lock-down.ts'
import { isOurAddress } from './page-address.ts'
import { createPagePrinter } from './page-printer.ts'
import { announcePageScheme, servePage } from './page-protocol.ts'
import { proxyOfAnswer } from './proxy-answer.ts'
import { safeStorageKeys } from './safe-storage.ts'
import { openWindow, showPage } from './window.ts'

/** Where the built page, preload script and OCR worker lie. */
export type BuiltFiles = {
  readonly rendererDir: string
  readonly preload: string
  readonly ocrWorkerUrl?: URL
}

/**
 * The kiosk under Electron. Everything before the first `await` must happen before Electron is ready.
 */
export async function runKiosk(files: BuiltFiles): Promise<void> {
  const options = optionsOrExit()
  if (options === undefined) return
  app.setPath('userData', join(configDir(), `electron-${options.mode}`))
  if (!app.requestSingleInstanceLock()) {
    tell({ id: 'Kios sudah berjalan.', en: 'The kiosk is running already.' })
    app.exit(0)
    return
  }
  app.enableSandbox()
  announcePageScheme()
  lockDownPages(app)
  await app.whenReady()
  try {
    await carry(options, files)
  } catch (error) {
    fail(error)
  }
}

async function carry(options: HostOptions, files: BuiltFiles): Promise<void> {
  // Without `persist:` the session lives in memory: nothing of a registrant stays in a browser's cache.
  const pageSession = session.fromPartition('kiosk')
  lockDownSession(pageSession)
  await servePage(pageSession, files.rendererDir)
  const { printer, attach } = createPagePrinter(options.printer)
  const core = await startCore({
    ...options,
    printer,
    systemProxy: async (address) => proxyOfAnswer(await pageSession.resolveProxy(address)),
    host: 'electron',
    keys: await openKeys(options),
    log: createLog(),
  })
  let stopping = false
  const end = (exitCode: number) => {
    if (stopping) return
    stopping = true
    core.stop().then(
      () => app.exit(exitCode),
      () => app.exit(1),
    )
  }
  const window = await openWindow({
    session: pageSession,
    preload: files.preload,
    devTools: !app.isPackaged,
    onGivenUp: () => end(1),
  })
  attach(window.webContents)
  carryOverIpc(core.app, window.webContents, isOurAddress)
  powerSaveBlocker.start('prevent-display-sleep')
  app.on('second-instance', () => window.focus())
  app.on('before-quit', (event) => {
    event.preventDefault()
    end(0)
  })
  app.on('window-all-closed', () => end(0))
  watchLauncher(() => end(0))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(0))
  await showPage(window)
}

/** A demo uses a key file, like on every host, so that any of them can open its data; a desk the key store. */
async function openKeys(options: HostOptions): Promise<KeyProvider> {
  if (options.mode === 'demo' || options.keyFileNamed || options.passphraseOnStdin)
    return openHostKeys(options, 'node-host')
  return safeStorageKeys()
}

function optionsOrExit(): HostOptions | undefined {
  try {
    const options = readHostOptions(
      ownArguments(process.argv, app.isPackaged),
      app.isPackaged ? 'desk' : 'demo',
    )
    if (options !== undefined) return options
    process.stdout.write(USAGE)
    app.exit(0)
  } catch (error) {
    fail(error)
  }
  return undefined
}

/** A desk has no terminal: the reason stands in a box as well. */
function fail(error: unknown): void {
  const failure = describeFailure(error, createLog())
  tellFailure(failure)
  dialog.showErrorBox('Kios LPSE', failureText(failure))
  app.exit(1)
}
