import type { RgbImage } from './card.ts'
import { paintFingers } from './desk.ts'
import type { FrameOptions } from './frame.ts'
import type { Frame } from './lens.ts'
import type { Random } from './random.ts'
import type { Point } from './warp.ts'

/** How people show a card to a camera otherwise than lying on a desk under it. */
export type Setting = 'phone' | 'photocopy' | 'hand' | 'white-paper'

type How = {
  /** What becomes of the card before it is photographed. */
  readonly card?: (card: RgbImage) => RgbImage
  readonly photo: Partial<FrameOptions>
}

/** A photocopy: grey, harder than the card, on the white of its sheet. */
const photocopied = (card: RgbImage): RgbImage => {
  const data = new Uint8Array(card.data.length)
  for (let i = 0; i < data.length; i += 3) {
    const [r = 0, g = 0, b = 0] = card.data.subarray(i, i + 3)
    const grey = 0.3 * r + 0.59 * g + 0.11 * b
    data.fill(Math.max(20, Math.min(236, (grey - 40) * 1.25)), i, i + 3)
  }
  return { ...card, data }
}

/** A palm under the card, and fingers of another hand over its rims. */
const palm = (scene: Frame, corners: readonly Point[], random: Random): void => {
  const [a, , c] = corners as [Point, Point, Point]
  const middle = { x: (a.x + c.x) / 2 + random.range(-40, 40), y: (a.y + c.y) / 2 + random.range(60, 160) }
  const reach = Math.hypot(c.x - a.x, c.y - a.y) * random.range(0.5, 0.62)
  const skin = random.pick([
    [196, 150, 122],
    [150, 104, 78],
    [222, 178, 150],
  ] as const)
  for (let y = 0; y < scene.height; y++) {
    for (let x = 0; x < scene.width; x++) {
      // The arm leaves the picture at its lower rim.
      const down = Math.max(0, y - middle.y)
      const off = Math.hypot(x - middle.x - down * 0.3, y < middle.y ? (y - middle.y) * 1.2 : 0) / reach
      if (off > 1) continue
      const i = (y * scene.width + x) * 3
      for (let k = 0; k < 3; k++) scene.data[i + k] = (skin[k] as number) * (1 - 0.35 * off ** 3)
    }
  }
  paintFingers(scene, corners, random)
}

/** The card of a setting and how it is photographed. */
export const SETTINGS: Readonly<Record<Setting, How>> = {
  /** A telephone's upright picture of a small card that lies lengthwise. */
  phone: { photo: { size: { width: 2268, height: 3024 }, share: [0.38, 0.5], turn: 90 } },
  photocopy: { card: photocopied, photo: { desk: 'white', share: [0.5, 0.7], fingers: 0 } },
  hand: { photo: { desk: 'plain', under: palm, fingers: 1 } },
  'white-paper': { photo: { desk: 'white' } },
}
