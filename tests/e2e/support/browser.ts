import { type Browser, chromium } from '@playwright/test'

/** Where the browser lies; the set-up scripts find or install it. */
function executablePath(): string {
  const path = process.env.KIOSK_CHROMIUM
  if (!path) throw new Error('KIOSK_CHROMIUM is not set: run the journeys with  npm test -- e2e')
  return path
}

/**
 * A headless Chromium whose camera plays a file.
 * @param cameraFile an MJPEG file (tests/helpers/camera-scene.ts), or null for a machine without a camera
 */
export function launchBrowser(cameraFile: string | null): Promise<Browser> {
  const asRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath: executablePath(),
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
      '--use-fake-ui-for-media-stream',
      ...(cameraFile
        ? ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${cameraFile}`]
        : []),
    ],
  })
}
