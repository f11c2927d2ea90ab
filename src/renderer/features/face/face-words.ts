import type { MessageKey } from '../../i18n/index.ts'
import { type FaceVerdict, type JudgedPhoto, PASSABLE, portraitSize } from '../capture/index.ts'

/** One hint for every verdict (interface.md S11). */
export const FACE_HINTS = {
  none: 'hint.face.none',
  many: 'hint.face.many',
  far: 'hint.face.far',
  near: 'hint.face.near',
  centre: 'hint.face.centre',
  turn: 'hint.face.turn',
  back: 'hint.face.back',
  dark: 'hint.dark',
  bright: 'hint.bright',
  blur: 'face.blur',
  eyes: 'hint.face.eyes',
  busy: 'hint.face.busy',
  moving: 'face.moving',
  good: 'hint.good',
} as const satisfies Record<FaceVerdict, MessageKey>

/** What to do, where the hint itself only says what is wrong. */
export const FACE_DEEDS: Readonly<Partial<Record<FaceVerdict, MessageKey>>> = {
  back: 'hint.more.back',
  dark: 'hint.more.dark',
  bright: 'hint.more.bright',
  busy: 'hint.more.busy',
}

/** Why a photo taken by hand is refused. */
export type Refusal = FaceVerdict | 'small'

/** What stands against keeping a photo; undefined when nothing does. */
export function refusalOf({ photo, verdict }: JudgedPhoto<FaceVerdict>): Refusal | undefined {
  if (portraitSize(photo) === 'too-small') return 'small'
  return verdict === 'unchecked' || PASSABLE.includes(verdict) ? undefined : verdict
}

/** The refusal in words. */
export const refusalKey = (refusal: Refusal): MessageKey =>
  refusal === 'small' ? 'face.tooSmall' : FACE_HINTS[refusal]
