import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'

/** What became of a PDF that was opened: `opens` for everybody, asks for a password (`encrypted`), or `damaged`. */
export type OpenedPdf = 'opens' | 'encrypted' | 'damaged'

/**
 * Opens a PDF as a reader would, and counts its pages. One that is encrypted (ISO 32000-1, 7.6) is tried with the empty
 * password: an owner password (7.6.3.1) only keeps it from being changed or printed, and everybody can read it.
 * Runs in the thread of `pdf-worker.ts` alone: a PDF can be made so that this takes minutes.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const asItIs = await load(bytes, { ignoreEncryption: true })
  if (!asItIs) return 'damaged'
  if (asItIs.context.trailerInfo.Encrypt === undefined) return hasPages(asItIs) ? 'opens' : 'damaged'
  // One that names a dictionary which is not there opens nowhere.
  const opened = asItIs.isEncrypted ? await load(bytes, { password: '' }) : undefined
  return opened && hasPages(opened) ? 'opens' : 'encrypted'
}

/** In one go: nothing else waits in this thread. */
async function load(
  bytes: Uint8Array,
  options: { readonly ignoreEncryption: true } | { readonly password: '' },
): Promise<PDFDocument | undefined> {
  try {
    return await PDFDocument.load(bytes, {
      ...options,
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
    })
  } catch {
    // It throws for what it cannot read at all, and for a wrong password.
    return undefined
  }
}

function hasPages(pdf: PDFDocument): boolean {
  try {
    return pdf.getPageCount() > 0
  } catch {
    // The catalogue or a page that it names is not there.
    return false
  }
}
