import { z } from 'zod'
import type { FormValues } from './payload.ts'

/**
 * What the receipt must tell some registrants besides.
 * - `bsre`: PA, KPA and PPK without an active BSrE signature ask their instansi's TTE verifier (004).
 * - `vai-by-direktorat`: an access as VAI is verified by the Direktorat together with Telkom, not by a VAI (002, 5).
 */
export const ReceiptHint = z.enum(['bsre', 'vai-by-direktorat'])
export type ReceiptHint = z.infer<typeof ReceiptHint>

/** Which hints belong on the receipt of a visit. */
export function receiptHints(service: string, values: FormValues): ReceiptHint[] {
  const hints: ReceiptHint[] = []
  if (values.tteAktif === 'belum') hints.push('bsre')
  if (service === 'reaktivasi-akses' && values.peran === 'vai') hints.push('vai-by-direktorat')
  return hints
}
