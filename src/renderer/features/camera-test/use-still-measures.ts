import { useEffect, useState } from 'react'
import { measurePicture } from '../capture/index.ts'
import { MEASURED_AT, type Measures } from './measures.ts'

/** Measures a still; undefined until that is done. */
export function useStillMeasures(photo: Blob | undefined): Measures | undefined {
  const [measures, setMeasures] = useState<Measures>()
  useEffect(() => {
    if (!photo) return
    let left = false
    void measureStill(photo).then((measured) => {
      if (!left) setMeasures(measured)
    })
    return () => {
      left = true
      setMeasures(undefined)
    }
  }, [photo])
  return measures
}

async function measureStill(photo: Blob): Promise<Measures> {
  const { width, height } = MEASURED_AT
  const whole = await createImageBitmap(photo)
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no 2D canvas')
  context.drawImage(whole, 0, 0, width, height)
  const size = { width: whole.width, height: whole.height }
  whole.close()
  return { ...size, framesPerSecond: null, ...measurePicture(context.getImageData(0, 0, width, height)) }
}
