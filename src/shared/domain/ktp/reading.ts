import { z } from 'zod'
import type { KTP_FIELDS } from './fields.ts'

/** A rectangle on the rectified card, as fractions (0..1) of its width and height. */
export const CardBox = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type CardBox = z.infer<typeof CardBox>

/** What the reader believes about one field. `value` is '' when nothing was read. */
export const FieldReading = z.object({
  value: z.string(),
  /** 0..1; at or above `SURE_CONFIDENCE` the field is shown as read, below it is marked "?". */
  confidence: z.number().min(0).max(1),
  /** Other plausible values, best first; at most two are shown. */
  alternatives: z.array(z.string()),
  /** Where the value stands on the rectified card; null when the row was not found. */
  box: CardBox.nullable(),
})
export type FieldReading = z.infer<typeof FieldReading>

/** Below this a field must be confirmed or corrected by a person. */
export const SURE_CONFIDENCE = 0.95

/**
 * The answer of the KTP reader for one picture.
 *
 * - `read`: a card was found; `fields` says what stands on it. `card` is the rectified card as JPEG
 *   (85.6 × 54 mm, natural pixels, never upscaled).
 * - `no-card`: the picture shows no KTP (an empty desk, a hand, another card).
 * - `unreadable`: a card was found but nothing on it could be read.
 * - `bad-picture`: not a picture that can be decoded (`reason`).
 * - `failed`: the reader crashed or took longer than its time limit; typing by hand is always possible.
 */
export type KtpReading =
  | {
      readonly kind: 'read'
      readonly fields: Readonly<Record<(typeof KTP_FIELDS)[number], FieldReading>>
      readonly card: { readonly jpeg: Uint8Array; readonly width: number; readonly height: number }
      /** Clockwise turn that was applied to bring the card upright, degrees. */
      readonly turned: 0 | 90 | 180 | 270
      /** Milliseconds by stage, for the benchmark. */
      readonly ms: Readonly<Record<string, number>>
    }
  | { readonly kind: 'no-card' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'bad-picture'; readonly reason: 'too-large' | 'too-small' | 'undecodable' }
  | { readonly kind: 'failed'; readonly reason: 'timeout' | 'crash' }
