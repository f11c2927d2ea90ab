import { MAX_DOCUMENT_BYTES } from '#shared/domain/forms/index.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import type { DocumentMedia } from '#shared/domain/submission/payload.ts'
import { fitJpeg, inspectJpeg, readHeader } from '../pictures/index.ts'
import { inspectPdf } from './pdf.ts'

/** A document as it is kept: what its content says it is, below the limit of the SOP. */
export type InspectedDocument = { readonly media: DocumentMedia; readonly bytes: Uint8Array }

/** Why a file is not taken; a message key `document.<reason>`. */
export type DocumentRefusal = 'unknown' | 'damaged' | 'encrypted' | 'too-large'

/**
 * Looks at the content of a file (never at its name) and takes PDF, JPEG and PNG. A photo is shrunk below the limit
 * while it stays legible; a PDF that is too large is refused, because nobody could say what shrinking it would lose.
 */
export async function inspectDocument(
  bytes: Uint8Array,
): Promise<Result<InspectedDocument, DocumentRefusal>> {
  const pdf = inspectPdf(bytes)
  if (pdf === 'pdf')
    return bytes.length > MAX_DOCUMENT_BYTES ? err('too-large') : ok({ media: 'application/pdf', bytes })
  if (pdf !== 'no-pdf') return err(pdf)
  const header = readHeader(bytes)
  if (header?.format === 'png') {
    if (!header.whole) return err('damaged')
    return bytes.length > MAX_DOCUMENT_BYTES ? err('too-large') : ok({ media: 'image/png', bytes })
  }
  if (header?.format !== 'jpeg') return err('unknown')
  const picture = await inspectJpeg(bytes)
  if (!picture.ok) return err(picture.error === 'too-large' ? 'too-large' : 'damaged')
  const { jpeg } = await fitJpeg(picture.value, MAX_DOCUMENT_BYTES)
  return ok({ media: 'image/jpeg', bytes: jpeg })
}
