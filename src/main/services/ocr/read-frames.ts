import { KTP_FIELDS } from '#shared/domain/ktp/fields.ts'
import type { FieldReading, KtpReading } from '#shared/domain/ktp/reading.ts'

type Read = Extract<KtpReading, { kind: 'read' }>

/** A field below this is worth another look at the card. */
const OPEN_CONFIDENCE = 0.8
/** What a value is worth at most when another frame, about as clear, says otherwise. */
const DISPUTED = 0.93
/** Longest that several frames may take together: a person waits, and can type what is missing. */
const LONGEST_MS = 3_000

/**
 * Reads a card off frames of one stream: the first, and further ones only as long as something is left open and the time
 * allows. A clear card is read as soon as from one frame alone.
 * @param frames the photo first, then what the camera showed just after it
 * @param longestMs a further frame is begun only when as much time as the first one took is left of this
 */
export const readFrames = async (
  read: (frame: Uint8Array) => Promise<KtpReading>,
  frames: readonly [Uint8Array, ...Uint8Array[]],
  longestMs = LONGEST_MS,
): Promise<KtpReading> => {
  const [photo, ...further] = frames
  const start = performance.now()
  let reading = await read(photo)
  const perFrame = performance.now() - start
  for (const frame of further) {
    const left = longestMs - (performance.now() - start)
    if (!leavesOpen(reading) || left < perFrame) break
    const another = await within(read(frame), left)
    if (!another) break
    reading = combineReadings(reading, another)
  }
  return reading
}

/** What a promise gives in time; a reader that hangs on a further frame must not hold up what the first one said. */
const within = async <T>(promise: Promise<T>, ms: number): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  const result = await Promise.race([promise, late])
  clearTimeout(timer)
  return result
}

const leavesOpen = (reading: KtpReading): boolean => {
  if (reading.kind !== 'read') return reading.kind === 'no-card' || reading.kind === 'unreadable'
  return KTP_FIELDS.some((name) => {
    const { value, confidence } = reading.fields[name]
    // An empty blood group is never sure, on no frame.
    return confidence < OPEN_CONFIDENCE && !(name === 'golonganDarah' && value === '-')
  })
}

/**
 * Two readings of the same card in one: every field as the frame has it that is surer of it. Agreement raises nothing:
 * frames of one stream share their glare and their focus.
 */
export const combineReadings = (one: KtpReading, other: KtpReading): KtpReading => {
  if (other.kind !== 'read') return one
  if (one.kind !== 'read') return other
  // The card's picture is the better frame's; values of the other one are found at the same place on it.
  const [base, second] = totalConfidence(one) >= totalConfidence(other) ? [one, other] : [other, one]
  const fields = Object.fromEntries(
    KTP_FIELDS.map((name) => [name, surer(base.fields[name], second.fields[name])]),
  ) as Read['fields']
  return { ...base, fields }
}

const totalConfidence = ({ fields }: Read): number =>
  KTP_FIELDS.reduce((sum, name) => sum + fields[name].confidence, 0)

const surer = (base: FieldReading, second: FieldReading): FieldReading => {
  const isSecond = second.confidence > base.confidence
  const [best, rest] = isSecond ? [second, base] : [base, second]
  const box = base.box ?? second.box
  if (rest.value === '' || rest.value === best.value) return { ...best, box }
  return {
    value: best.value,
    confidence: rest.confidence >= OPEN_CONFIDENCE ? Math.min(DISPUTED, best.confidence) : best.confidence,
    alternatives: [...new Set([rest.value, ...best.alternatives])]
      .filter((value) => value !== best.value)
      .slice(0, 2),
    box,
  }
}
