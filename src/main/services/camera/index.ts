import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import NodeWebcam from 'node-webcam'
import type { AppError } from '#shared/domain/errors.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import { makeMemoryFolder } from '../memory-folder/index.ts'

/** A camera for stills that the browser cannot open. `id` is chosen from this list, never typed. */
export type StillCamera = { readonly id: string; readonly label: string }

/** The only device names that ever reach node-webcam's shell command: letters, digits, `.`, `_`, `-`, `/`. */
const SAFE_DEVICE = /^(?:default|TEST|\/dev\/video\d{1,2}|FILE:[\w./-]+)$/
const TIMEOUT_MS = 10_000

/** Video devices of Linux; on other systems fswebcam's counterparts take the default device. */
function listVideoDevices(): StillCamera[] {
  if (process.platform !== 'linux') return [{ id: 'default', label: 'Kamera' }]
  return readdirSync('/dev')
    .filter((name) => /^video\d{1,2}$/.test(name))
    .sort()
    .map((name) => ({ id: `/dev/${name}`, label: name }))
}

/** Where a still lies for the moment between camera and store: in memory when the system has such a folder. */
const stillFolder = (): string => makeMemoryFolder('kiosk-still-')

/**
 * Still pictures through node-webcam (fswebcam, CommandCam, ImageSnap). node-webcam builds a shell command from
 * its options, so every option is fixed here, and the device must be one of our own list, compared whole,
 * and made of harmless characters.
 * @param listDevices the cameras offered; tests pass fswebcam's TEST and FILE sources
 */
export function createStillCameras(listDevices: () => StillCamera[] = listVideoDevices) {
  return {
    list: listDevices,
    async take(deviceId: string): Promise<Result<Uint8Array, AppError>> {
      const device = listDevices().find((camera) => camera.id === deviceId)
      if (!device || !SAFE_DEVICE.test(device.id)) return err({ code: 'camera', reason: 'none' })
      const folder = stillFolder()
      try {
        return await capture(device, join(folder, 'still.jpg'))
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}
export type StillCameras = ReturnType<typeof createStillCameras>

function capture(device: StillCamera, path: string): Promise<Result<Uint8Array, AppError>> {
  const camera = NodeWebcam.create({
    width: 1920,
    height: 1080,
    quality: 95,
    output: 'jpeg',
    ...(device.id !== 'default' && { device: device.id }),
    callbackReturn: 'location',
    saveShots: false,
    verbose: false,
  })
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(err({ code: 'camera', reason: 'silent' })), TIMEOUT_MS)
    camera.capture(path, (error) => {
      clearTimeout(timer)
      resolve(
        error || !existsSync(path)
          ? err({ code: 'camera', reason: reasonOf(error) })
          : ok(readFileSync(path)),
      )
    })
  })
}

function reasonOf(error: Error | null): 'not-installed' | 'busy' | 'none' | 'failed' {
  const message = error?.message ?? ''
  if (/not found|not recognized/i.test(message)) return 'not-installed'
  if (/busy/i.test(message)) return 'busy'
  return /no.*such.*(file|device)|no webcam/i.test(message) ? 'none' : 'failed'
}
