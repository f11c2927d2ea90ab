import { BrowserWindow, type Session } from 'electron'
import { createCrashLimit } from '../hosts/crash-limit.ts'
import { PAGE_ADDRESS } from './page-address.ts'

/**
 * Opens the kiosk's one window: full screen, sandboxed, without Node. Electron's kiosk mode is a full-screen
 * window and no more; locking the desk itself is the operating system's business (docs/not-verified.md).
 *
 * @param options.onGivenUp called when the page crashed too often to be loaded again
 */
export async function openWindow(options: {
  readonly session: Session
  readonly preload: string
  readonly devTools: boolean
  readonly onGivenUp: () => void
  readonly now?: () => number
}): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    kiosk: true,
    fullscreen: true,
    autoHideMenuBar: true,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      session: options.session,
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.devTools,
    },
  })
  window.once('ready-to-show', () => window.show())
  reloadAfterCrash(window, options.onGivenUp, options.now ?? Date.now)
  return window
}

/** Loads the page. Apart from opening the window, so that calls can be answered from the first one on. */
export const showPage = (window: BrowserWindow): Promise<void> => window.loadURL(PAGE_ADDRESS)

function reloadAfterCrash(window: BrowserWindow, onGivenUp: () => void, now: () => number): void {
  const mayReload = createCrashLimit(now)
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    if (mayReload()) window.webContents.reload()
    else onGivenUp()
  })
  // A page that hangs is ended, which brings it back through the rule above.
  window.on('unresponsive', () => window.webContents.forcefullyCrashRenderer())
}
