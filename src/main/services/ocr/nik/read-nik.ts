import { factsOfNik } from '#shared/domain/ktp/cross-checks.ts'
import type { Component } from '../image/components.ts'
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

/** What the rest of the card says about the NIK: digits 7–12 are the birth date, with 40 added to a woman's day. */
export type NikHint = { readonly birthDate: string; readonly woman: boolean | undefined }

/** How much a digit weighs that the printed birth date asks for: a third voter, never a veto. */
const BIRTH_SAY = 0.25
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
  hint: NikHint,
): NikReading => {
  if (!row) return { value: '', confidence: 0, alternatives: [] }
  const line = lineDigits(row)
  const votes = bestVotes(card, slope, row.digits, net)
  if (!votes) return { value: line, confidence: line.length === NIK_LENGTH ? 0.5 : 0.1, alternatives: [] }
  const said = line.length === NIK_LENGTH ? line : ''
  const expected = birthDigits(hint)
  let value = ''
  let confidence = 0.985
  let weakest = { at: 0, share: 1, second: 0 }
  votes.forEach((vote, i) => {
    if (said !== '') vote[Number(said[i])] = (vote[Number(said[i])] as number) + TESSERACT_SAY
    const asked = expected[i - 6]
    if (i >= 6 && asked !== undefined) vote[Number(asked)] = (vote[Number(asked)] as number) + BIRTH_SAY
    const order = [...vote.keys()].sort((a, b) => (vote[b] as number) - (vote[a] as number))
    const best = order[0] as number
    const second = order[1] as number
    value += best
    const total = vote.reduce((sum, v) => sum + v, 0)
    const share = (vote[best] as number) / total
    if (share < weakest.share) weakest = { at: i, share, second }
  })
  // One doubtful digit makes the whole number doubtful.
  confidence = Math.min(confidence, certainty(weakest.share, said !== ''))
  if (factsOfNik(value) === undefined) confidence = Math.min(confidence, 0.4)
  const alternative = value.slice(0, weakest.at) + weakest.second + value.slice(weakest.at + 1)
  return { value, confidence, alternatives: weakest.share < 0.9 ? [alternative] : [] }
}

/**
 * The network's votes for 16 cells. A colon or a blot of dirt at either end of the row shifts every cut:
 * the row is also cut without its first and without its last blot, and the cut that looks most like digits wins.
 */
const bestVotes = (
  card: GreyImage,
  slope: number,
  digits: readonly Component[],
  net: DigitNet,
): Float32Array[] | undefined => {
  let best: Float32Array[] | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const some of [digits, digits.slice(1), digits.slice(0, -1), digits.slice(1, -1)]) {
    const cells = segmentNik(card, some, slope)
    if (!cells) continue
    const votes = cells.map((cell) => classifyDigit(net, digitPicture(card, cell, slope)))
    // All blots have the benefit of the doubt.
    const clear =
      votes.reduce((sum, vote) => sum + Math.log(Math.max(...vote)), 0) + (some === digits ? 1.5 : 0)
    if (clear <= most) continue
    most = clear
    best = votes
  }
  return best
}

const birthDigits = ({ birthDate, woman }: NikHint): string => {
  const parts = /^\d{2}(\d{2})-(\d{2})-(\d{2})$/.exec(birthDate)
  if (!parts || woman === undefined) return ''
  const day = Number(parts[3]) + (woman ? 40 : 0)
  return `${String(day).padStart(2, '0')}${parts[2]}${parts[1]}`
}

const lineDigits = (row: NikRow): string =>
  asDigits(row.print.text.replace(/^\s*[:;.]/, '')).replace(/\D/g, '')

/** Confidence in the whole number from its weakest digit's share of the votes. */
const certainty = (share: number, twoReadings: boolean): number => {
  if (share > 0.93) return twoReadings ? 0.98 : 0.955
  if (share > 0.8) return twoReadings ? 0.955 : 0.9
  return share
}
