import { type Area, cropAround, type Size } from './face-crop.ts'
import type { FaceLight } from './face-light.ts'
import { FACE_LIMITS } from './thresholds.ts'

/** One face as the model sees it, in pixels of the camera's frame. */
export type SeenFace = {
  /** From hairline to chin, from ear to ear. */
  readonly box: Area
  /** 0..1, the lower of the detector's and the mesh's. */
  readonly score: number
  /** Degrees: turned to a side, nodding, leaning. */
  readonly yaw: number
  readonly pitch: number
  readonly roll: number
  /** Gap of the lids as a share of the eye's width. */
  readonly eyesOpen: number
}

/** The one thing that the live view says. */
export const FACE_VERDICTS = [
  'none',
  'many',
  'far',
  'near',
  'centre',
  'turn',
  'back',
  'dark',
  'bright',
  'blur',
  'eyes',
  'busy',
  'moving',
  'good',
] as const
export type FaceVerdict = (typeof FACE_VERDICTS)[number]

/** Everything a look has found out. `light` is that of the only face, or of what may be one where there is none. */
export type FaceSight = {
  readonly frame: Size
  readonly faces: readonly SeenFace[]
  /** Brightness of the frame below which nine tenths of it lie. */
  readonly brightness: number
  readonly light: FaceLight | undefined
}

/** The face of the look before, and how long ago the camera saw it, ms. */
export type FaceBefore = { readonly face: SeenFace; readonly ago: number }

/**
 * What a photo taken by hand may have: the office's own wall is nothing that the registrant can change, and a photo that
 * came out sharp was not spoilt by a movement.
 */
export const PASSABLE: readonly FaceVerdict[] = ['good', 'busy', 'moving']

/** Faces that count, the largest first. */
export function countingFaces(faces: readonly SeenFace[]): SeenFace[] {
  const sure = faces
    .filter((face) => face.score >= FACE_LIMITS.minScore)
    .sort((a, b) => b.box.height - a.box.height)
  const least = (sure[0]?.box.height ?? 0) * FACE_LIMITS.minOtherShare
  return sure.filter((face) => face.box.height >= least)
}

/** The face that is measured: the only one, or where there is none the one that comes nearest to being one. */
export function faceToMeasure(faces: readonly SeenFace[]): SeenFace | undefined {
  const [face, other] = countingFaces(faces)
  if (other) return undefined
  return face ?? [...faces].sort((a, b) => b.score - a.score)[0]
}

/**
 * Judges one look: the first thing that is wrong, in the order in which it is mended. People first, then where they sit,
 * then how they hold the head, then the light, then the rest.
 * @param before the face of the look before; undefined at the first look
 */
export function judgeFace(sight: FaceSight, before?: FaceBefore): FaceVerdict {
  const [face, other] = countingFaces(sight.faces)
  const { light } = sight
  const smeared = light !== undefined && isSmeared(light)
  if (!face) return sight.brightness < FACE_LIMITS.minBrightness ? 'dark' : smeared ? 'blur' : 'none'
  if (other) return 'many'
  if (light && light.burnt > FACE_LIMITS.shapelessBurntShare) return 'bright'
  return (
    judgePlace(face.box, sight.frame) ??
    (smeared ? judgeLight(light) : undefined) ??
    judgePose(face) ??
    (light && judgeLight(light)) ??
    (face.eyesOpen < FACE_LIMITS.minEyesOpen ? 'eyes' : undefined) ??
    (light && light.wallBusy > FACE_LIMITS.wall.maxBusyShare ? 'busy' : undefined) ??
    (before && moved(face.box, before) ? 'moving' : 'good')
  )
}

function judgePlace(face: Area, frame: Size): FaceVerdict | undefined {
  if (face.height < FACE_LIMITS.minHeightPx) return 'far'
  if (face.height > frame.height * FACE_LIMITS.maxHeightShare) return 'near'
  const { maxOffCentre, headRoom } = FACE_LIMITS
  const acrossBy = Math.abs(face.x + face.width / 2 - frame.width / 2) / frame.width
  const downBy = Math.abs(face.y + face.height / 2 - frame.height / 2) / frame.height
  const cut =
    face.y - face.height * headRoom.above < 0 || face.y + face.height * (1 + headRoom.below) > frame.height
  return cut || acrossBy > maxOffCentre.ofWidth || downBy > maxOffCentre.ofHeight ? 'centre' : undefined
}

function judgePose({ yaw, pitch, roll }: SeenFace): FaceVerdict | undefined {
  const { maxYaw, maxPitch, maxRoll } = FACE_LIMITS
  const turned = Math.abs(yaw) > maxYaw || Math.abs(pitch) > maxPitch || Math.abs(roll) > maxRoll
  return turned ? 'turn' : undefined
}

function judgeLight(light: FaceLight): FaceVerdict | undefined {
  const { backlight, minShine, minBrightness, maxBurntShare, minSteepness } = FACE_LIMITS
  const { face, shine, burnt, wall } = light
  if (wall !== null && wall > backlight.wall && shine < backlight.shine && wall - face > backlight.difference)
    return 'back'
  if (shine < minShine || face < minBrightness) return 'dark'
  if (burnt > maxBurntShare) return 'bright'
  const { across, down } = light.sharpness
  return across < minSteepness.across || down < minSteepness.down ? 'blur' : undefined
}

/** So blurred that neither the pose nor the score of the face can be believed. */
const isSmeared = ({ sharpness }: FaceLight): boolean => {
  const { minSteepness, smearedShare } = FACE_LIMITS
  return (
    sharpness.across < minSteepness.across * smearedShare || sharpness.down < minSteepness.down * smearedShare
  )
}

/** A slow desk looks seldom: what is a movement between two quick looks is a breath between two slow ones. */
function moved(now: Area, { face, ago }: FaceBefore): boolean {
  const { way, within, mostTimes } = FACE_LIMITS.movement
  const times = Math.min(mostTimes, Math.max(1, ago / within))
  return Math.hypot(now.x - face.box.x, now.y - face.box.y) > now.height * way * times
}

/** Where the portrait is cut out: around the face, or the middle of the frame where none was found. */
export function portraitOf(faces: readonly SeenFace[], frame: Size): Area {
  const [face] = countingFaces(faces)
  const middle = { x: frame.width / 2, y: frame.height * FACE_LIMITS.crop.faceAt, width: 0, height: 0 }
  return cropAround(face?.box ?? middle, frame)
}

/** `small`: worth a word to the petugas; `too-small`: below what may be kept without one. */
export function portraitSize(portrait: Size): 'wanted' | 'small' | 'too-small' {
  const { aspect, wantedHeight, leastHeight } = FACE_LIMITS.crop
  const reaches = (height: number) =>
    portrait.height >= height && portrait.width >= Math.floor(height * aspect)
  return reaches(wantedHeight) ? 'wanted' : reaches(leastHeight) ? 'small' : 'too-small'
}
