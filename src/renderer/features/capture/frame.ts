import { toBase64 } from './base64.ts'
import type { Area, Size } from './checks/face-crop.ts'
import type { TakenFrame } from './worker-messages.ts'

const JPEG_QUALITY = 0.92

/** The frame that the video shows now, not yet read, for somebody to close; undefined while it shows none. */
export function presentFrame(video: HTMLVideoElement | null): VideoFrame | undefined {
  if (!video || video.videoWidth === 0) return undefined
  try {
    return new VideoFrame(video)
  } catch {
    return undefined
  }
}

/** A part of a frame; the frame itself is closed. Where it cannot be cut it stays whole. */
export function cutFrame(frame: VideoFrame, partOf: (whole: Size) => Area): VideoFrame {
  const { width, height } = frame.visibleRect ?? { width: frame.codedWidth, height: frame.codedHeight }
  try {
    const part = new VideoFrame(frame, { visibleRect: partOf({ width, height }) })
    frame.close()
    return part
  } catch {
    return frame
  }
}

/** Reads frames of a camera onto one canvas of its own, used over and over. */
export function createFrameReader() {
  const canvas = new OffscreenCanvas(1, 1)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no 2D canvas in this browser')
  let pixels = new ImageData(1, 1)

  return {
    /**
     * The whole frame in its own pixels, until the next one is read; the frame is closed. Drawing a frame of 1920 × 1080
     * costs a desk PC without graphics card a tenth of a second, converting it 6 ms: the same pixels.
     */
    async read(frame: VideoFrame): Promise<OffscreenCanvas> {
      try {
        const { width, height } = frame.visibleRect ?? { width: frame.codedWidth, height: frame.codedHeight }
        if (canvas.width !== width) canvas.width = width
        if (canvas.height !== height) canvas.height = height
        if (pixels.width !== width || pixels.height !== height) pixels = new ImageData(width, height)
        const converted = await frame.copyTo(pixels.data, { format: 'RGBA', colorSpace: 'srgb' }).then(
          () => true,
          () => false,
        )
        if (converted) context.putImageData(pixels, 0, 0)
        // A frame that lies in the graphics card's memory may be drawn only; the card does that quickly.
        else context.drawImage(frame, 0, 0, width, height)
        return canvas
      } finally {
        frame.close()
      }
    },
  }
}

/** Cuts a part out of a frame in the camera's own pixels, as a JPEG. */
export async function encodeJpeg(frame: OffscreenCanvas, part: Area): Promise<TakenFrame> {
  const { x, y, width, height } = part
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2D canvas in this browser')
  context.drawImage(frame, x, y, width, height, 0, 0, width, height)
  const file = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY })
  return { file, jpeg: toBase64(new Uint8Array(await file.arrayBuffer())), width, height }
}
