import { MAX_DOCUMENT_BYTES } from '#shared/domain/forms/index.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import type { DocumentMedia } from '#shared/domain/submission/payload.ts'
import { inspectPage, type Page } from './bind-pages.ts'
import { glanceAtPdf, tryPdf } from './pdf.ts'

/** A document as it is kept: what its content says it is, below the limit of the SOP. */
export type InspectedDocument = { readonly media: DocumentMedia; readonly bytes: Uint8Array }

/** Why a file is not taken; a message key `document.<reason>`. */
export type DocumentRefusal = 'unknown' | 'damaged' | 'encrypted' | 'too-large' | 'page-too-large'

/**
 * Looks at the content of a file (never at its name). A PDF is a whole document: one that is too large is refused, because
 * nobody could say what shrinking it would lose. A JPEG or PNG is the first page of one.
 */
export async function inspectDocument(
  bytes: Uint8Array,
): Promise<Result<{ kind: 'pdf'; pdf: InspectedDocument } | { kind: 'page'; page: Page }, DocumentRefusal>> {
  const found = glanceAtPdf(bytes)
  if (found === 'no-pdf') {
    const page = await inspectPage(bytes)
    return page.ok ? ok({ kind: 'page', page: page.value }) : page
  }
  if (found === 'damaged') return err('damaged')
  if (bytes.length > MAX_DOCUMENT_BYTES) return err('too-large')
  const opened = await tryPdf(bytes)
  return opened === 'opens' ? ok({ kind: 'pdf', pdf: { media: 'application/pdf', bytes } }) : err(opened)
}
