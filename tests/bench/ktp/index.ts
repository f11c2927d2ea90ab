import { drawCard } from './card.ts'
import { FAMILIES, type Family, NIK_FACES } from './families.ts'
import { photograph, type Severity } from './frame.ts'
import { type KtpTruth, makePerson } from './people.ts'
import { createRandom } from './random.ts'
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
  /** Name of one family, instead of a random one of the split. */
  readonly family?: string
  readonly turn?: 0 | 90 | 180 | 270
}

const choose = (seed: number, options: SyntheticOptions) => {
  const random = createRandom(seed)
  const heldOut = options.split === 'held-out'
  const named = options.family === undefined ? undefined : FAMILIES.find((f) => f.name === options.family)
  const family: Family = named ?? random.pick(FAMILIES.filter((f) => f.heldOut === heldOut))
  const nikFace = random.pick(NIK_FACES.filter((f) => f.heldOut === heldOut))
  return { random, family, nikFace }
}

/** Makes one synthetic KTP lying on a desk. */
export const makeFrame = async (seed: number, options: SyntheticOptions): Promise<SyntheticFrame> => {
  const { random, family, nikFace } = choose(seed, options)
  const truth = makePerson(random)
  const card = await drawCard(truth, family, nikFace, random)
  const { jpeg, corners } = await photograph(card, random, {
    severity: options.severity,
    ...(options.turn === undefined ? {} : { turn: options.turn }),
  })
  return { jpeg, truth, family: family.name, nikFont: nikFace.font, corners }
}

/** A picture of an empty desk. */
export const makeEmptyDesk = async (seed: number, severity: Severity): Promise<Uint8Array> =>
  (await photograph(null, createRandom(seed), { severity })).jpeg
