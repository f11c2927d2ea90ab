import { type RefObject, useEffect, useState } from 'react'
import { createGlance, measurePicture } from '../capture/index.ts'
import { MEASURED_AT, type Measures } from './measures.ts'

const EVERY_MS = 1_000

/** Measures a running picture once a second; undefined until the first second is over. */
export function useMeasures(
  video: RefObject<HTMLVideoElement | null>,
  running: boolean,
): Measures | undefined {
  const [measures, setMeasures] = useState<Measures>()
  useEffect(() => {
    const element = video.current
    if (!running || !element) return
    const glance = createGlance(MEASURED_AT.width, MEASURED_AT.height)
    let left = false
    let frames = 0
    let since = performance.now()
    let request = element.requestVideoFrameCallback(function count() {
      frames += 1
      request = element.requestVideoFrameCallback(count)
    })
    const measure = async () => {
      const small = await glance.look(element)
      if (!small || left) return
      const { light, sharpness } = measurePicture(small)
      const now = performance.now()
      setMeasures({
        width: element.videoWidth,
        height: element.videoHeight,
        framesPerSecond: Math.round((frames * 1000) / (now - since)),
        light,
        sharpness,
      })
      frames = 0
      since = now
    }
    const timer = window.setInterval(() => void measure(), EVERY_MS)
    return () => {
      left = true
      window.clearInterval(timer)
      glance.close()
      element.cancelVideoFrameCallback(request)
      setMeasures(undefined)
    }
  }, [video, running])
  return measures
}
