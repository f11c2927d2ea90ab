import { factsOfNik } from '#shared/domain/ktp/cross-checks.ts'
import type { GreyImage } from '../image/raster.ts'
import { asDigits } from '../text/clean.ts'
import type { NikRow } from '../text/read-print.ts'
import { classifyDigit, type DigitNet } from './digit-net.ts'
import { digitPicture, NIK_LENGTH, segmentNik } from './segment.ts'

/** The NIK as read: 16 digits, or fewer when the row could not be read whole. */
export type NikReading = {
  readonly value: string
  readonly confidence: number
  readonly alternatives: readonly string[]
}

/** How much a digit that Tesseract also read weighs against the learned shapes. */
const TESSERACT_SAY = 0.35

/**
 * Reads the NIK twice, by learned digit shapes cell by cell and by Tesseract as a line, and lets
 * the two vote digit by digit. Tesseract votes only where it read 16 digits.
 */
export const readNik = (
  card: GreyImage,
  slope: number,
  row: NikRow | undefined,
  net: DigitNet,
): NikReading => {
  if (!row) return { value: '', confidence: 0, alternatives: [] }
  const line = lineDigits(row)
  const cells = segmentNik(card, row.digits, slope)
  if (!cells) return { value: line, confidence: line.length === NIK_LENGTH ? 0.5 : 0.1, alternatives: [] }
  const votes = cells.map((cell) => classifyDigit(net, digitPicture(card, cell, slope)))
  const said = line.length === NIK_LENGTH ? line : ''
  let value = ''
  let confidence = 0.985
  let weakest = { at: 0, share: 1, second: 0 }
  votes.forEach((vote, i) => {
    if (said !== '') vote[Number(said[i])] = (vote[Number(said[i])] as number) + TESSERACT_SAY
    const order = [...vote.keys()].sort((a, b) => (vote[b] as number) - (vote[a] as number))
    const best = order[0] as number
    const second = order[1] as number
    value += best
    const total = said === '' ? 1 : 1 + TESSERACT_SAY
    const share = (vote[best] as number) / total
    if (share < weakest.share) weakest = { at: i, share, second }
  })
  // One doubtful digit makes the whole number doubtful.
  confidence = Math.min(confidence, certainty(weakest.share, said !== ''))
  if (factsOfNik(value) === undefined) confidence = Math.min(confidence, 0.4)
  const alternative = value.slice(0, weakest.at) + weakest.second + value.slice(weakest.at + 1)
  return { value, confidence, alternatives: weakest.share < 0.9 ? [alternative] : [] }
}

const lineDigits = (row: NikRow): string =>
  asDigits(row.print.text.replace(/^\s*[:;.]/, '')).replace(/\D/g, '')

/** Confidence in the whole number from its weakest digit's share of the votes. */
const certainty = (share: number, twoReadings: boolean): number => {
  if (share > 0.93) return twoReadings ? 0.98 : 0.955
  if (share > 0.8) return twoReadings ? 0.955 : 0.9
  return share
}
