/** A picture taken from the live view. `jpeg` is base64 without a prefix, as the contract wants it. */
export type TakenFrame = { readonly jpeg: string; readonly width: number; readonly height: number }

const JPEG_QUALITY = 0.92

/** Takes the present frame of a playing video in the camera's own pixels; undefined before the first frame. */
export async function grabFrame(video: HTMLVideoElement): Promise<TakenFrame | undefined> {
  const { videoWidth: width, videoHeight: height } = video
  if (width === 0 || height === 0) return undefined
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.drawImage(video, 0, 0)
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
