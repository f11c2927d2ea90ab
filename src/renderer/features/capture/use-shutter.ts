import { useRef } from 'react'
import { grabFrame, type TakenFrame } from './frame.ts'
import type { Camera } from './use-camera.ts'

/** The shutter of a live view, one frame at a time. Never dead: without a picture it tries the camera again. */
export function useShutter(camera: Camera, onTaken: (frame: TakenFrame) => void): () => Promise<void> {
  const taking = useRef(false)
  return async () => {
    const video = camera.video.current
    if (camera.condition !== 'live') return camera.retry()
    if (taking.current || !video) return
    taking.current = true
    const frame = await grabFrame(video).catch(() => undefined)
    taking.current = false
    if (frame) onTaken(frame)
  }
}
