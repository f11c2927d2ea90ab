import type { Area } from './face-crop.ts'
import { type Luma, type Pixels, percentile, shareAtLeast, toLuma } from './pixels.ts'
import { type Steepness, steepnessByDirection } from './sharpness.ts'
import { FACE_LIMITS } from './thresholds.ts'

/** What the light does to one face and to the wall behind it. Brightness is 0..255, shares are 0..1. */
export type FaceLight = {
  /** Median of the face without hair and collar. */
  readonly face: number
  /** Its brightest twentieth: skin of any colour shines where light falls on it. */
  readonly shine: number
  /** Share of it that is burnt out. */
  readonly burnt: number
  /** Median of what is seen beside the head; null when the head fills the portrait. */
  readonly wall: number | null
  /** Share of the wall that is covered with things, edges that stand alone left out. */
  readonly wallBusy: number
  /** Steepest edges of the face. */
  readonly sharpness: Steepness
}

/** Side of a patch of wall, pixels of the reduced frame. */
const PATCH = 12

/**
 * Measures one face.
 * @param small the whole frame, reduced
 * @param scale pixels of the frame per pixel of `small`
 * @param face the face in pixels of the frame
 * @param portrait what would be kept, in pixels of the frame
 * @param closeUp the inner face alone, brought to a size at which the whole one is `FACE_LIMITS.closeUpHeight` pixels high
 */
export function measureFace(
  small: Pixels,
  scale: number,
  face: Area,
  portrait: Area,
  closeUp: Luma,
): FaceLight {
  const luma = toLuma(small)
  const skin = valuesIn(luma, scaled(innerFace(face), scale))
  const walls = besideHead(face, portrait).map((area) => scaled(area, scale))
  const columns = walls.flatMap((area) => busyColumns(luma, area))
  const seen = columns.length >= FACE_LIMITS.wall.leastColumns
  return {
    face: percentile(skin, 0.5),
    shine: percentile(skin, 0.95),
    burnt: shareAtLeast(skin, FACE_LIMITS.burntAt),
    wall: seen
      ? percentile(
          walls.flatMap((area) => valuesIn(luma, area)),
          0.5,
        )
      : null,
    wallBusy: seen ? meanOfTheCalmer(columns) : 0,
    sharpness: steepnessByDirection(closeUp),
  }
}

/** The face without its rim: no hair, no wall, no collar. */
export const innerFace = (face: Area): Area => ({
  x: face.x + face.width * 0.18,
  y: face.y + face.height * 0.2,
  width: face.width * 0.64,
  height: face.height * 0.65,
})

/** Left and right of the head, above the shoulders, and above it: within the portrait, hair left out. */
function besideHead(face: Area, portrait: Area): Area[] {
  const { hairBeside, hairAbove } = FACE_LIMITS.wall
  const left = face.x - face.width * hairBeside
  const right = face.x + face.width * (1 + hairBeside)
  const top = face.y - face.height * hairAbove
  const chin = face.y + face.height * 0.9
  const end = portrait.x + portrait.width
  const areas = [
    { x: portrait.x, y: portrait.y, width: left - portrait.x, height: chin - portrait.y },
    { x: right, y: portrait.y, width: end - right, height: chin - portrait.y },
    { x: left, y: portrait.y, width: right - left, height: top - portrait.y },
  ]
  return areas.filter((area) => area.width > 0 && area.height > 0)
}

const scaled = ({ x, y, width, height }: Area, scale: number): Area => ({
  x: Math.round(x / scale),
  y: Math.round(y / scale),
  width: Math.round(width / scale),
  height: Math.round(height / scale),
})

/** Brightness of every pixel of an area; what lies outside the picture is left out. */
function valuesIn(luma: Luma, area: Area): number[] {
  const values: number[] = []
  const toY = Math.min(luma.height, area.y + area.height)
  const toX = Math.min(luma.width, area.x + area.width)
  for (let y = Math.max(0, area.y); y < toY; y += 1) {
    for (let x = Math.max(0, area.x); x < toX; x += 1) values.push(luma.data[y * luma.width + x] ?? 0)
  }
  return values
}

/** For every column of patches: the share of them in which the brightness varies. */
function busyColumns(luma: Luma, area: Area): number[] {
  const columns: number[] = []
  const rows = Math.floor(area.height / PATCH)
  if (rows === 0) return []
  for (let x = area.x; x + PATCH <= area.x + area.width; x += PATCH) {
    let busy = 0
    for (let row = 0; row < rows; row += 1) {
      const patch = valuesIn(luma, { x, y: area.y + row * PATCH, width: PATCH, height: PATCH })
      if (patch.length > 0 && spread(patch) > FACE_LIMITS.wall.patchSpread) busy += 1
    }
    columns.push(busy / rows)
  }
  return columns
}

/** The mean without the two busiest: a door frame or the edge of a poster is no busy wall. */
function meanOfTheCalmer(columns: readonly number[]): number {
  const calmer = [...columns].sort((a, b) => a - b).slice(0, -2)
  return calmer.reduce((sum, share) => sum + share, 0) / Math.max(1, calmer.length)
}

/** Standard deviation. */
function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}
