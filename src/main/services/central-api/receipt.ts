import { compactVerify, importJWK } from 'jose'
import { type CourierAnswer, WITHDRAWAL_TYPE, WithdrawalClaims } from '#shared/domain/courier/courier.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import type { CentralError, PacketToSend, Receipt } from './central-api.ts'
import { ReceivedWire } from './wire.ts'

const RECEIPT_TYPE = 'lpse-receipt'

const unreadable = (detail: string): Result<never, CentralError> => err({ kind: 'unreadable', detail })

/**
 * Checks the central's receipt: signed by its enrolled key, for this submission and this packet. Only a receipt that
 * passes here lets the kiosk erase its copy.
 */
export async function verifyReceipt(
  answer: ReceivedWire,
  packet: Pick<PacketToSend, 'submissionId' | 'sha256'>,
  receiptKey: Readonly<Record<string, unknown>> | null,
): Promise<Result<Receipt, CentralError>> {
  if (receiptKey === null) return unreadable('no-receipt-key')
  let signed: unknown
  try {
    const key = await importJWK({ ...receiptKey }, 'EdDSA')
    const { payload, protectedHeader } = await compactVerify(answer.receipt, key, { algorithms: ['EdDSA'] })
    // The same key signs other things too: none of them may pass for a receipt.
    if (protectedHeader.typ !== RECEIPT_TYPE) return unreadable('receipt-type')
    signed = JSON.parse(new TextDecoder().decode(payload))
  } catch {
    return unreadable('receipt-signature')
  }
  const claims = ReceivedWire.omit({ receipt: true }).safeParse(signed)
  if (!claims.success) return unreadable('receipt-contents')
  const { submissionId, sha256, receivedAt } = claims.data
  if (submissionId !== packet.submissionId || sha256 !== packet.sha256)
    return unreadable('receipt-of-another-packet')
  return ok({ submissionId, sha256, receivedAt, jws: answer.receipt })
}

/** Whether the central's enrolled key says that this submission was withdrawn; only then does the kiosk stop waiting. */
export async function verifyWithdrawal(
  { submissionId, proof }: Extract<CourierAnswer, { kind: 'withdrawn' }>,
  receiptKey: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  try {
    const key = await importJWK({ ...receiptKey }, 'EdDSA')
    const { payload, protectedHeader } = await compactVerify(proof, key, { algorithms: ['EdDSA'] })
    if (protectedHeader.typ !== WITHDRAWAL_TYPE) return false
    return WithdrawalClaims.parse(JSON.parse(new TextDecoder().decode(payload))).submissionId === submissionId
  } catch {
    return false
  }
}
