import { useRef } from 'react'
import { encodeJpeg } from './frame.ts'
import type { Camera } from './use-camera.ts'
import { presentFrame } from './use-looks.ts'
import type { TakenFrame } from './worker-messages.ts'

/**
 * The shutter of a live view without checks: the whole frame in the camera's own pixels, one at a time. Never dead: without
 * a picture it tries the camera again.
 */
export function useShutter(camera: Camera, onTaken: (frame: TakenFrame) => void): () => Promise<void> {
  const taking = useRef(false)
  return async () => {
    if (camera.condition !== 'live') return camera.retry()
    if (taking.current) return
    taking.current = true
    const frame = await presentFrame(camera.video.current)
    const { width, height } = frame ?? { width: 0, height: 0 }
    const photo = frame && (await encodeJpeg(frame, { x: 0, y: 0, width, height }).catch(() => undefined))
    frame?.close()
    taking.current = false
    if (photo) onTaken(photo)
  }
}
