import { drawSvg } from '../../helpers/pictures.ts'
import { drawCard, type RgbImage } from './card.ts'
import { FAMILIES, NIK_FACES } from './families.ts'
import { photograph, type Severity } from './frame.ts'
import { KEPT_OUT_FAMILIES, KEPT_OUT_NIK_FACES, keptOutSvg } from './kept-out-cards.ts'
import { type KtpTruth, makePerson } from './people.ts'
import { createRandom, type Random } from './random.ts'
import { SETTINGS, type Setting } from './settings.ts'
import type { Point } from './warp.ts'

export type { Severity } from './frame.ts'
export type { KtpTruth } from './people.ts'

/** Which layouts and NIK typefaces a frame may use: those looked at while developing, or those kept out. */
export type Split = 'development' | 'held-out'

/** One synthetic webcam frame with what stands on its card. */
export type SyntheticFrame = {
  readonly jpeg: Uint8Array
  readonly truth: KtpTruth
  readonly family: string
  readonly nikFont: string
  /** The card's corners in frame pixels, clockwise from the card's own top left. */
  readonly corners: readonly Point[]
}

/** What a synthetic frame should be. The same seed and options give the same bytes. */
export type SyntheticOptions = {
  readonly severity: Severity
  readonly split?: Split
  /** Name of one development family, instead of a random one. */
  readonly family?: string
  readonly turn?: 0 | 90 | 180 | 270
  /** How often fingers hold the card, instead of the severity's share. */
  readonly fingers?: number
  /** Another way of showing the card than on a desk under a webcam. */
  readonly setting?: Setting
  /** Which frame of the stream, from 0 (default): all show the same card on the same desk. */
  readonly nth?: number
}

/** Draws a card of one split; what it shows, and in which layout and NIK typeface. */
const drawSome = async (
  truth: KtpTruth,
  options: SyntheticOptions,
  random: Random,
): Promise<{ card: RgbImage; family: string; nikFont: string }> => {
  if (options.split === 'held-out') {
    const family = random.pick(KEPT_OUT_FAMILIES)
    const nikFace = random.pick(KEPT_OUT_NIK_FACES)
    const card = await drawSvg(keptOutSvg(truth, family, nikFace, random))
    return { card, family, nikFont: nikFace[0] }
  }
  const named = FAMILIES.find((f) => f.name === options.family)
  const family = random.pick(named ? [named] : FAMILIES)
  const nikFace = random.pick(NIK_FACES)
  return {
    card: await drawCard(truth, family, nikFace, random),
    family: family.name,
    nikFont: nikFace.font,
  }
}

/** Makes one synthetic KTP lying on a desk. */
export const makeFrame = async (seed: number, options: SyntheticOptions): Promise<SyntheticFrame> => {
  const random = createRandom(seed)
  const truth = makePerson(random)
  const { card, family, nikFont } = await drawSome(truth, options, random)
  const how = options.setting && SETTINGS[options.setting]
  const { jpeg, corners } = await photograph(how?.card?.(card) ?? card, random, {
    severity: options.severity,
    ...how?.photo,
    ...(options.turn === undefined ? {} : { turn: options.turn }),
    ...(options.fingers === undefined ? {} : { fingers: options.fingers }),
    ...(options.nth ? { moment: createRandom(seed * 31 + options.nth) } : {}),
  })
  return { jpeg, truth, family, nikFont, corners }
}

/** A picture of an empty desk. */
export const makeEmptyDesk = async (seed: number, severity: Severity): Promise<Uint8Array> =>
  (await photograph(null, createRandom(seed), { severity })).jpeg
