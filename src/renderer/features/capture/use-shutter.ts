import { useRef } from 'react'
import type { Area, Size } from './checks/face-crop.ts'
import { encodeFrames } from './encode-frames.ts'
import { cutFrame, presentFrame } from './frame.ts'
import type { Camera } from './use-camera.ts'
import type { TakenFrame } from './worker-messages.ts'

/**
 * The shutter of a live view without checks: a part of the frame in the camera's own pixels, one at a time. Never dead: without
 * a picture it tries the camera again.
 */
export function useShutter(
  camera: Camera,
  partOf: (frame: Size) => Area,
  onTaken: (frame: TakenFrame) => void,
): () => Promise<void> {
  const taking = useRef(false)
  return async () => {
    if (camera.condition !== 'live') return camera.retry()
    if (taking.current) return
    taking.current = true
    const frame = presentFrame(camera.video.current)
    const [photo] = frame ? await encodeFrames([cutFrame(frame, partOf)]).catch(() => []) : []
    taking.current = false
    if (photo) onTaken(photo)
  }
}
