import type { Area } from './checks/face-crop.ts'
import type { TakenFrame } from './worker-messages.ts'

const JPEG_QUALITY = 0.92

/** Cuts a part out of a frame in the camera's own pixels, as a JPEG. */
export async function encodeJpeg(frame: ImageBitmap, part: Area): Promise<TakenFrame> {
  const { x, y, width, height } = part
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2D canvas in this browser')
  context.drawImage(frame, x, y, width, height, 0, 0, width, height)
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY })
  return { jpeg: toBase64(new Uint8Array(await blob.arrayBuffer())), width, height }
}

/** Base64 of bytes (RFC 4648 §4), in pieces that fit on the call stack. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = []
  const PIECE = 0x8000
  for (let i = 0; i < bytes.length; i += PIECE) {
    pieces.push(String.fromCharCode(...bytes.subarray(i, i + PIECE)))
  }
  return btoa(pieces.join(''))
}

/** Address of a base64 JPEG for an `img`. */
export const jpegUrl = (jpeg: string): string => `data:image/jpeg;base64,${jpeg}`
