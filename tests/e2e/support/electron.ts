import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from '@playwright/test'

/** Why journeys in real Electron cannot run here; undefined when they can. */
export function whyNoElectron(): string | undefined {
  if (!process.env.KIOSK_ELECTRON)
    return "Electron's program is not installed and could not be fetched from its release site"
  const needsDisplay = process.platform === 'linux'
  if (needsDisplay && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'there is no display (try xvfb-run npm test)'
  return undefined
}

/**
 * The built kiosk in real Electron, in a home of its own.
 * @param options.cameraFile an MJPEG file that plays the camera
 */
export async function launchElectronKiosk(
  options: { readonly args?: readonly string[]; readonly cameraFile?: string } = {},
): Promise<{
  readonly page: Page
  readonly pid: number
  close(): Promise<void>
  /** kill -9, by the id of this process: as when the power goes. */
  kill(): Promise<void>
}> {
  const home = mkdtempSync(join(tmpdir(), 'electron-kiosk-'))
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const kiosk = await _electron.launch({
    executablePath: process.env.KIOSK_ELECTRON ?? '',
    args: [
      // First: the host takes the first word for the program's folder.
      join(import.meta.dirname, '..', '..', '..'),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.cameraFile === undefined
        ? []
        : ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${options.cameraFile}`]),
      ...(options.args ?? ['--demo']),
    ],
    env: {
      ...env,
      HOME: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_HOME: join(home, 'data'),
      APPDATA: home,
      LOCALAPPDATA: home,
    },
  })
  const { pid } = kiosk.process()
  return {
    page: await kiosk.firstWindow(),
    pid: pid ?? -1,
    async kill() {
      const gone = once(kiosk.process(), 'exit')
      kiosk.process().kill('SIGKILL')
      await gone
    },
    async close() {
      await kiosk.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
