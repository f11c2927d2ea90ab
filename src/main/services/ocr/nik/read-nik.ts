import { factsOfNik } from '#shared/domain/ktp/cross-checks.ts'
import { asDigits } from '../text/clean.ts'
import type { NikRow } from '../text/read-print.ts'

/** The NIK as read: 16 digits, or fewer when the row could not be read whole. */
export type NikReading = { readonly value: string; readonly confidence: number }

/** Reads the NIK from its row. */
export const readNik = (row: NikRow | undefined): NikReading => {
  if (!row) return { value: '', confidence: 0 }
  const value = asDigits(row.print.text).replace(/\D/g, '')
  const weakest = Math.min(1, ...row.print.words.map((word) => word.confidence))
  const whole = value.length === 16 && factsOfNik(value) !== undefined
  return { value, confidence: whole ? Math.min(0.9, weakest) : 0.3 * weakest }
}
