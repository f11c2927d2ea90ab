import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { judgedSize, judgePage } from '../../../src/renderer/features/capture/checks/page-check.ts'
import type { Pixels } from '../../../src/renderer/features/capture/checks/pixels.ts'
import { liesSideways, pagePart } from '../../../src/renderer/features/capture/page-part.ts'

/** Pixels to a point of print on an A4 page of 1500 pixels. */
const POINT = 1500 / 841.89

type Sheet = {
  readonly lines?: number
  readonly blur?: number
  readonly light?: number
  readonly noise?: number
}

/** An A4 page of 10-point print as a camera sees it: so blurred (pixels), in so much light (0..1), with so much noise. */
function photographed({ lines = 40, blur = 0, light = 1, noise = 0 }: Sheet): Pixels {
  const [width, height] = [1060, 1500]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#f4f2ee'
  context.fillRect(0, 0, width, height)
  if (blur > 0) context.filter = `blur(${blur}px)`
  context.fillStyle = '#222222'
  context.font = `${10 * POINT}px Arimo, sans-serif`
  for (let line = 0; line < lines; line++)
    context.fillText('Surat tugas ini dibuat untuk dipergunakan sebagaimana mestinya.', 110, 180 + line * 30)
  const { data } = context.getImageData(0, 0, width, height)
  let seed = 7
  for (let i = 0; i < data.length; i++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    data[i] = (data[i] ?? 0) * light + (seed / 2_147_483_648 - 0.5) * noise
  }
  return { data, width, height }
}

describe('a photographed page', () => {
  it.each<[verdict: string, Sheet]>([
    ['fine', {}],
    ['fine', { blur: 1.5 }],
    ['fine', { blur: 1, light: 0.5, noise: 12 }],
    ['fine', { lines: 1 }],
    ['fine', { lines: 0, noise: 12 }],
    ['blurred', { blur: 3 }],
    ['blurred', { blur: 3, noise: 12 }],
    ['blurred', { blur: 3, light: 0.5 }],
    ['blurred', { blur: 3, lines: 1 }],
    ['dark', { light: 0.3, noise: 12 }],
    ['dark', { light: 0.1, blur: 4 }],
  ])('is %s: %o', (verdict, sheet) => {
    expect(judgePage(photographed(sheet))).toBe(verdict)
  })

  it('is judged at the size at which small print is still legible, and never enlarged', () => {
    expect(judgedSize({ width: 2160, height: 3055 })).toEqual({ width: 1061, height: 1500 })
    expect(judgedSize({ width: 900, height: 1080 })).toEqual({ width: 900, height: 1080 })
  })
})

describe('what is kept of a frame', () => {
  it.each([
    [{ width: 3840, height: 2160 }, 1914],
    // Sideways.
    [{ width: 1920, height: 1080 }, 1914],
    [{ width: 1600, height: 1200 }, 1600],
    [{ width: 1280, height: 720 }, 1276],
    [{ width: 1080, height: 1920 }, 1080],
  ])('%o holds the guide, and a sixth of it on both sides', (frame, width) => {
    const part = pagePart(frame)
    expect(part).toMatchObject({ y: 0, width, height: frame.height })
    expect(Math.abs(part.x * 2 + part.width - frame.width)).toBeLessThanOrEqual(4)
    // What a camera's frame with one colour for two pixels can be cut at.
    expect([part.x % 2, part.width % 2]).toEqual([0, 0])
  })

  it('is of a page that lies sideways where it would be too small upright', () => {
    expect(liesSideways({ width: 1920, height: 1080 })).toBe(true)
    expect(liesSideways({ width: 1080, height: 1920 })).toBe(false)
    // There is no room for it.
    expect(liesSideways({ width: 1280, height: 1024 })).toBe(false)
    expect(liesSideways({ width: 720, height: 1280 })).toBe(false)
    expect(liesSideways({ width: 3264, height: 2448 })).toBe(false)
  })
})
