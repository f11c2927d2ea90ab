import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { FRAME_HEIGHT, FRAME_WIDTH, type Severity } from '../bench/ktp/frame.ts'
import { type KtpTruth, makeFrame } from '../bench/ktp/index.ts'
import { cornerOf, meanOf, pasted, pixelsOf, plainPixels, resized, webcamJpeg } from './pictures.ts'

/** Frames a second of Chromium's fake camera file. */
const FRAMES_PER_SECOND = 30

/** One still picture shown to the fake camera for some seconds. */
export type CameraScene = { readonly jpeg: Uint8Array; readonly seconds: number }

/**
 * Writes the file for Chromium's `--use-file-for-fake-video-capture=FILE.mjpeg`:
 * JPEG frames one after another. Every picture must be 1920 × 1080 (`ktpFrame`, `faceFrame` are).
 * Chromium plays it in a loop.
 */
export const writeMjpeg = async (path: string, scenes: readonly CameraScene[]): Promise<void> => {
  const out = createWriteStream(path)
  for (const { jpeg, seconds } of scenes) {
    for (let i = 0; i < Math.max(1, Math.round(seconds * FRAMES_PER_SECOND)); i++) {
      if (!out.write(jpeg)) await once(out, 'drain')
    }
  }
  out.end()
  await once(out, 'finish')
}

/** A webcam frame (1920 × 1080 JPEG) of a synthetic KTP and what stands on it; easy unless asked otherwise. */
export const ktpFrame = async (
  seed: number,
  options: {
    readonly severity?: Severity
    readonly family?: string
    readonly turn?: 0 | 90 | 180 | 270
  } = {},
): Promise<{ jpeg: Uint8Array; truth: KtpTruth }> => {
  const { jpeg, truth } = await makeFrame(seed, {
    family: 'a-classic',
    ...options,
    severity: options.severity ?? 'easy',
  })
  return { jpeg, truth }
}

/**
 * A webcam frame (1920 × 1080 JPEG) of a portrait before a plain wall: the picture of this name in tests/fixtures/faces
 * 900 px high, in the middle.
 */
export const faceFrame = async (name: string): Promise<Uint8Array> =>
  portraitFrame(await readFile(new URL(`../fixtures/faces/${name}.jpg`, import.meta.url)))

/** The same of a picture that is read already. */
export const portraitFrame = async (jpeg: Uint8Array): Promise<Uint8Array> => {
  const picture = await pixelsOf(jpeg)
  const portrait = await resized(picture, Math.round((picture.width * 900) / picture.height), 900)
  // The wall continues the portrait's own backdrop, so that no edge of the picture shows.
  const backdrop = meanOf(cornerOf(portrait, 24, 24)).map(Math.round)
  const wall = plainPixels(FRAME_WIDTH, FRAME_HEIGHT, `#${Buffer.from(backdrop).toString('hex')}`)
  const left = Math.round((FRAME_WIDTH - portrait.width) / 2)
  return webcamJpeg(pasted(wall, portrait, left, FRAME_HEIGHT - portrait.height), 90)
}

/** A frame of one colour: what a covered lens (black) or an empty wall shows. */
export const plainFrame = async (colour: string): Promise<Uint8Array> =>
  webcamJpeg(plainPixels(FRAME_WIDTH, FRAME_HEIGHT, colour))

/** The same frame with less light, as when a lamp is switched off. @param share of the light that is left, 0..1 */
export const dimmedFrame = async (jpeg: Uint8Array, share: number): Promise<Uint8Array> => {
  const { data, width, height } = await pixelsOf(jpeg)
  return webcamJpeg({ data: data.map((value) => Math.round(value * share)), width, height }, 90)
}
