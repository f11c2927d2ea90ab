import { compactVerify, importJWK } from 'jose'
import { z } from 'zod'
import { err, ok, type Result } from '#shared/domain/result.ts'
import type { CentralError, RecipientsAnswer } from './central-api.ts'
import { readJson } from './http.ts'
import type { Authorised } from './token.ts'
import { ageRecipient, LimitsWire } from './wire.ts'

/** A receipt is signed by the same key: its own `typ` keeps one from passing for the other. */
const TYPE = 'lpse-recipients'

const DocumentWire = z.object({ document: z.string().min(1).max(20_000) })
const Claims = z.object({
  recipients: z.array(ageRecipient).min(1).max(20),
  limits: LimitsWire.optional(),
  version: z.int().positive(),
  issuedAt: z.iso.datetime(),
})

const unreadable = (detail: string): Result<never, CentralError> => err({ kind: 'unreadable', detail })

/**
 * Asks for the signed list of recipients; with the entity tag of the list we have, the answer is mostly `unchanged`.
 * What is not signed by the pinned key is `unreadable`. Whether a list is older than ours is the caller's question.
 */
export async function fetchRecipients(
  authorised: Authorised,
  etag: string | null,
  receiptKey: Readonly<Record<string, unknown>> | null,
  now: Date,
): Promise<Result<RecipientsAnswer, CentralError>> {
  const answer = await authorised({
    method: 'GET',
    url: '/v1/recipients',
    ...(etag === null ? {} : { headers: { 'if-none-match': etag } }),
  })
  if (!answer.ok) return answer
  if (answer.value.status === 304 && etag !== null) return ok({ kind: 'unchanged' })
  const read = readJson(DocumentWire, answer.value, now)
  if (!read.ok) return read
  if (receiptKey === null) return unreadable('no-receipt-key')
  let signed: unknown
  try {
    const key = await importJWK({ ...receiptKey }, 'EdDSA')
    const { payload, protectedHeader } = await compactVerify(read.value.document, key, {
      algorithms: ['EdDSA'],
    })
    if (protectedHeader.typ !== TYPE) return unreadable('recipients-type')
    signed = JSON.parse(new TextDecoder().decode(payload))
  } catch {
    return unreadable('recipients-signature')
  }
  const claims = Claims.safeParse(signed)
  if (!claims.success) return unreadable('recipients-contents')
  return ok({ kind: 'list', ...claims.data, etag: answer.value.headers.etag ?? null })
}
