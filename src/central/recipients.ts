import { CompactSign, importJWK } from 'jose'
import type { Context } from './context.ts'

/** `typ` of the signed list: a receipt, signed by the same key, can never pass for one. */
const RECIPIENTS_TYPE = 'lpse-recipients'

/** The signed list of keys that packets are sealed to, with their limits, and its entity tag (RFC 9110 section 8.8.3). */
export async function signedRecipients(ctx: Context): Promise<{ document: string; etag: string }> {
  const { recipient, limits, recipientsVersion: version, recipientsIssuedAt: issuedAt, receiptKey } = ctx.keys
  const payload = JSON.stringify({ recipients: [recipient], limits, version, issuedAt })
  const document = await new CompactSign(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: 'EdDSA', typ: RECIPIENTS_TYPE })
    .sign(await importJWK(receiptKey, 'EdDSA'))
  return { document, etag: `"recipients-${version}"` }
}
