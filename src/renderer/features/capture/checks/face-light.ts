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
  const columns = wallBeside(luma, scaled(face, scale), scaled(portrait, scale))
  const seen = columns.length >= FACE_LIMITS.wall.leastColumns
  return {
    face: percentile(skin, 0.5),
    shine: percentile(skin, 0.95),
    burnt: shareAtLeast(skin, FACE_LIMITS.burntAt),
    wall: seen ? percentile(columns.flat(2), 0.5) : null,
    wallBusy: seen ? meanOfTheCalmer(columns.map(busyShare)) : 0,
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

/** The brightness of the pixels of one patch of wall. */
type Patch = readonly number[]

/** The wall within the portrait; where the head fills that, just beside it too: it is the same wall. */
function wallBeside(luma: Luma, face: Area, portrait: Area): Patch[][] {
  const { leastColumns, beside } = FACE_LIMITS.wall
  const within = wallColumns(luma, face, portrait)
  if (within.length >= leastColumns) return within
  const from = Math.max(0, portrait.x - beside * portrait.width)
  const to = Math.min(luma.width, portrait.x + (1 + beside) * portrait.width)
  return wallColumns(luma, face, { ...portrait, x: Math.round(from), width: Math.floor(to - from) })
}

/**
 * The wall within an area, in columns of patches from its top down to the chin: beside the hair and above it, and in the
 * corners that round heads and headscarves leave free.
 */
function wallColumns(luma: Luma, face: Area, area: Area): Patch[][] {
  const { hairBeside, hairAbove, leastRows } = FACE_LIMITS.wall
  const middle = { x: face.x + face.width / 2, y: face.y + face.height / 2 }
  const hair = { x: face.width * (0.5 + hairBeside), y: face.height * (0.5 + hairAbove) }
  const chin = face.y + face.height * 0.9
  /** Of the patch's corner that is nearest to the head: how far out, 1 at the rim of the hair. */
  const isWall = (x: number, y: number) => {
    const across = Math.max(x - middle.x, middle.x - x - PATCH, 0) / hair.x
    const above = Math.max(middle.y - y - PATCH, 0) / hair.y
    return across ** 2 + above ** 2 >= 1
  }
  const columns: Patch[][] = []
  for (let x = area.x; x + PATCH <= area.x + area.width; x += PATCH) {
    const column: Patch[] = []
    for (let y = area.y; y + PATCH <= chin; y += PATCH) {
      if (isWall(x, y)) column.push(valuesIn(luma, { x, y, width: PATCH, height: PATCH }))
    }
    if (column.length >= leastRows) columns.push(column)
  }
  return columns
}

/** Share of a column's patches in which the brightness varies. */
const busyShare = (column: readonly Patch[]): number =>
  column.filter((patch) => patch.length > 0 && spread(patch) > FACE_LIMITS.wall.patchSpread).length /
  column.length

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
