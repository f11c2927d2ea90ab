import { describe, expect, it } from 'vitest'
import { denoise } from '../../../src/main/services/ocr/image/denoise.ts'
import type { FloatImage } from '../../../src/main/services/ocr/image/raster.ts'
import { createRandom } from '../../bench/ktp/random.ts'

const WIDTH = 90
const HEIGHT = 60
const PAPER = 180
const INK = 60

/** Strokes four pixels wide on paper, all of them upright. */
const strokes = (): FloatImage => {
  const data = new Float32Array(WIDTH * HEIGHT).fill(PAPER)
  for (let y = 10; y < 50; y++) for (let x = 10; x < 80; x++) if (x % 12 < 4) data[y * WIDTH + x] = INK
  return { data, width: WIDTH, height: HEIGHT }
}

const withNoise = (image: FloatImage, deviation: number): FloatImage => {
  const random = createRandom(7)
  // Twelve evenly spread numbers add up to a bell curve of deviation 1.
  const normal = (): number => {
    let sum = -6
    for (let i = 0; i < 12; i++) sum += random.range(0, 1)
    return sum
  }
  return { ...image, data: image.data.map((v) => v + deviation * normal()) }
}

const errorOf = (image: FloatImage, truth: FloatImage): number =>
  Math.sqrt(
    image.data.reduce((sum, v, i) => sum + (v - (truth.data[i] as number)) ** 2, 0) / image.data.length,
  )

describe('taking noise away', () => {
  it('leaves less than half of it', () => {
    const truth = strokes()
    const noisy = withNoise(truth, 12)
    expect(errorOf(noisy, truth)).toBeGreaterThan(10)
    expect(errorOf(denoise(noisy, 12), truth)).toBeLessThan(6)
  })

  it('leaves the edges of strokes as steep as they were', () => {
    const truth = strokes()
    const clean = denoise(withNoise(truth, 12), 12)
    // From the last pixel of the stroke at 12 to 15 to the paper beside it.
    const steps = Array.from({ length: 30 }, (_, k) => {
      const i = (15 + k) * WIDTH + 15
      return (clean.data[i + 1] as number) - (clean.data[i] as number)
    })
    const mean = steps.reduce((sum, v) => sum + v, 0) / steps.length
    expect(mean).toBeGreaterThan(0.85 * (PAPER - INK))
  })

  it('changes nothing of a picture without noise', () => {
    const truth = strokes()
    expect(errorOf(denoise(truth, 1), truth)).toBeLessThan(0.5)
  })
})
