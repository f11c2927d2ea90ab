import { describe, expect, it } from 'vitest'
import { adviceFor, type Measures } from '../../../src/renderer/features/camera-test/measures.ts'
import { measurePicture } from '../../../src/renderer/features/capture/checks/picture.ts'
import { desk, lay } from './pictures.ts'

const good: Measures = { width: 1920, height: 1080, framesPerSecond: 30, light: 130, sharpness: 0.3 }

describe('advice about a desk', () => {
  it.each<[string, Partial<Measures>]>([
    ['fine', {}],
    ['small', { width: 1280, height: 720 }],
    ['slow', { framesPerSecond: 4 }],
    ['dark', { light: 30, sharpness: 0.02 }],
    ['bright', { light: 245 }],
    ['blurred', { sharpness: 0.04 }],
  ])('%s', (advice, change) => {
    expect(adviceFor('ktp', { ...good, ...change })).toBe(advice)
  })

  it('lets a 720-line camera do for faces, not for cards', () => {
    const hd = { ...good, width: 1280, height: 720 }
    expect(adviceFor('swafoto', hd)).toBe('fine')
    expect(adviceFor('ktp', hd)).toBe('small')
  })

  it('lets a 1080-line camera do for cards, not for pages', () => {
    expect(adviceFor('ktp', good)).toBe('fine')
    expect(adviceFor('dokumen', good)).toBe('small')
    expect(adviceFor('dokumen', { ...good, width: 3840, height: 2160 })).toBe('fine')
  })

  it('measures light and sharpness of a picture', () => {
    const keys = Array.from({ length: 40 }, (_, i) => ({
      x: (i % 8) * 36 + 20,
      y: Math.floor(i / 8) * 30 + 16,
    }))
    const keyboard = keys.reduce(
      (picture, key) => lay(picture, { ...key, width: 18, height: 18 }, [240, 240, 240]),
      desk(),
    )
    const measured = measurePicture(keyboard)
    expect(measured.light).toBeGreaterThan(90)
    expect(measured.light).toBeLessThan(140)
    expect(measured.sharpness).toBeGreaterThan(0.1)
  })
})
