import { describe, expect, it } from 'vitest'
import { findComponents } from '../../../src/main/services/ocr/image/components.ts'
import { findCards } from '../../../src/main/services/ocr/image/find-card.ts'
import {
  intersect,
  isConvex,
  type Point,
  type Quad,
  quadArea,
  rectangleToQuad,
  rotateQuad,
} from '../../../src/main/services/ocr/image/geometry.ts'
import type { RgbImage } from '../../../src/main/services/ocr/image/raster.ts'
import { rectify } from '../../../src/main/services/ocr/image/rectify.ts'
import { refineCard } from '../../../src/main/services/ocr/image/refine-card.ts'

const QUAD: Quad = [
  { x: 400, y: 210 },
  { x: 1480, y: 250 },
  { x: 1450, y: 930 },
  { x: 380, y: 880 },
]

/** A plain picture with one filled quadrilateral. */
const paint = (quad: Quad | undefined, inside: Point & { z: number }, outside: number): RgbImage => {
  const width = 1920
  const height = 1080
  const data = new Uint8Array(width * height * 3).fill(outside)
  if (!quad) return { data, width, height }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const within = quad.every((a, i) => {
        const b = quad[(i + 1) % 4] as Point
        return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) > 0
      })
      if (within) data.set([inside.x, inside.y, inside.z], (y * width + x) * 3)
    }
  }
  return { data, width, height }
}

describe('geometry', () => {
  it('maps a rectangle’s corners onto a quadrilateral’s', () => {
    const [a, b, c, d, e, f, g, h] = rectangleToQuad(856, 540, QUAD)
    const at = (x: number, y: number) => ({
      x: (a * x + b * y + c) / (g * x + h * y + 1),
      y: (d * x + e * y + f) / (g * x + h * y + 1),
    })
    const corners = [at(0, 0), at(856, 0), at(856, 540), at(0, 540)]
    corners.forEach((corner, i) => {
      expect(corner.x).toBeCloseTo(QUAD[i]?.x ?? Number.NaN, 6)
      expect(corner.y).toBeCloseTo(QUAD[i]?.y ?? Number.NaN, 6)
    })
  })
  it('crosses lines, and not parallel ones', () => {
    expect(intersect({ theta: 0, rho: 5, weight: 1 }, { theta: Math.PI / 2, rho: 7, weight: 1 })).toEqual({
      x: expect.closeTo(5),
      y: expect.closeTo(7),
    })
    expect(intersect({ theta: 1, rho: 5, weight: 1 }, { theta: 1, rho: 9, weight: 1 })).toBeUndefined()
  })
  it('knows a crossed quadrilateral from a convex one', () => {
    expect(isConvex(QUAD)).toBe(true)
    expect(isConvex([QUAD[0], QUAD[2], QUAD[1], QUAD[3]])).toBe(false)
    expect(quadArea(QUAD)).toBeGreaterThan(0)
    expect(rotateQuad(QUAD, 2)[0]).toEqual(QUAD[2])
  })
})

describe('finding a card', () => {
  it.each([
    ['on a dark desk', { x: 168, y: 211, z: 234 }, 50],
    ['on a white desk', { x: 200, y: 222, z: 235 }, 232],
  ])('%s, within four pixels', (_, inside, outside) => {
    const picture = paint(QUAD, inside, outside)
    const [first] = findCards(picture, 3)
    expect(first).toBeDefined()
    const quad = first ? refineCard(picture, first.quad) : QUAD
    quad.forEach((corner, i) => {
      expect(Math.hypot(corner.x - (QUAD[i]?.x ?? 0), corner.y - (QUAD[i]?.y ?? 0))).toBeLessThan(4)
    })
  })
  it('finds nothing on a bare desk', () => {
    expect(findCards(paint(undefined, { x: 0, y: 0, z: 0 }, 120), 3)).toEqual([])
  })
  it('straightens a card that reaches over the picture’s edge without failing', () => {
    const half: Quad = [
      { x: -300, y: -100 },
      { x: 700, y: -80 },
      { x: 690, y: 500 },
      { x: -310, y: 480 },
    ]
    expect(rectify(paint(QUAD, { x: 1, y: 2, z: 3 }, 9), half, 856, 540).data).toHaveLength(856 * 540 * 3)
  })
})

describe('blots of ink', () => {
  it('are joined across corners and measured', () => {
    const data = new Uint8Array(8 * 6).fill(255)
    for (const [x, y] of [
      [1, 1],
      [2, 2],
      [3, 1],
      [6, 4],
    ] as const)
      data[y * 8 + x] = 0
    const blots = findComponents({ data, width: 8, height: 6 }, 128)
    expect(blots).toEqual([
      { left: 1, top: 1, right: 4, bottom: 3, area: 3 },
      { left: 6, top: 4, right: 7, bottom: 5, area: 1 },
    ])
  })
})
