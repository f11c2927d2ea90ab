import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import NodeWebcam from 'node-webcam'
import type { AppError } from '#shared/domain/errors.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import { makeMemoryFolder } from '../memory-folder/index.ts'
import { listVideoDevices, type StillCamera } from './list-devices.ts'
import { type Ended, runCommand } from './run-command.ts'

/** The only device names that ever reach node-webcam's shell command: letters, digits, `.`, `_`, `-`, `/`. */
const SAFE_DEVICE = /^(?:default|TEST|\/dev\/video\d{1,2}|FILE:[\w./-]+)$/
const TIMEOUT_MS = 10_000
/** CommandCam writes BMP whatever it is asked for, the others JPEG. */
const FILE_NAME = process.platform === 'win32' ? 'still.bmp' : 'still.jpg'

export type StillCameraOptions = {
  /** Tried before memory and the temporary folder for the moment that a still lies in a file. */
  readonly places?: readonly string[]
  readonly timeoutMs?: number
}

/**
 * Still pictures through node-webcam (fswebcam, CommandCam, ImageSnap). node-webcam builds a shell command from
 * its options, so every option is fixed here, and the device must be one of our own list, compared whole,
 * and made of harmless characters. The command is run in the folder of the still and names the file alone: no path of
 * this computer gets into it, whatever its folders are called.
 * @param listDevices the cameras offered; tests pass fswebcam's TEST and FILE sources
 */
export function createStillCameras(
  listDevices: () => StillCamera[] = listVideoDevices,
  { places = [], timeoutMs = TIMEOUT_MS }: StillCameraOptions = {},
) {
  return {
    list: listDevices,
    /** Takes a still, as the camera's program wrote it: JPEG, or BMP on Windows. */
    async take(deviceId: string): Promise<Result<Uint8Array, AppError>> {
      const device = listDevices().find((camera) => camera.id === deviceId)
      if (!device || !SAFE_DEVICE.test(device.id)) return err({ code: 'camera', reason: 'none' })
      const folder = makeMemoryFolder('kiosk-still-', places)
      try {
        return await capture(device, folder, timeoutMs)
      } finally {
        // Windows lets nobody remove what a program just killed has open for a moment longer.
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
      }
    },
  }
}
export type StillCameras = ReturnType<typeof createStillCameras>

async function capture(
  device: StillCamera,
  folder: string,
  timeoutMs: number,
): Promise<Result<Uint8Array, AppError>> {
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
  // On Windows the program is to lie beside the package, and what the shell says without it depends on its language.
  if (process.platform === 'win32' && !existsSync(camera.bin.replaceAll('"', '')))
    return err({ code: 'camera', reason: 'not-installed' })
  const ended = await runCommand(camera.generateSh(FILE_NAME), folder, timeoutMs)
  if (!ended) return err({ code: 'camera', reason: 'silent' })
  const still = join(folder, FILE_NAME)
  return ended.code === 0 && existsSync(still)
    ? ok(readFileSync(still))
    : err({ code: 'camera', reason: reasonOf(ended) })
}

/** What a POSIX shell answers for a program that is not there. */
const NO_SUCH_PROGRAM = 127

function reasonOf({ code, stderr }: Ended): 'not-installed' | 'busy' | 'none' | 'failed' {
  if (code === NO_SUCH_PROGRAM) return 'not-installed'
  if (/busy/i.test(stderr)) return 'busy'
  return /no.*such.*(file|device)|no (webcam|video devices)/i.test(stderr) ? 'none' : 'failed'
}
