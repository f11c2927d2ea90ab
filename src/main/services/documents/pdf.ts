/** ISO 32000-1, 7.5.2 and implementation note 13: readers accept the header within the first 1024 bytes. */
const HEADER_WITHIN = 1024
/** The end marker stands in the last 1024 bytes. */
const END_WITHIN = 1024

/**
 * Whether bytes are a PDF, and one that can be used.
 * - `no-pdf`: something else; `damaged`: cut off or without its cross-reference table;
 * - `encrypted` (ISO 32000-1, 7.6): whether it asks for a password tells `opensWithoutPassword`.
 */
export function inspectPdf(bytes: Uint8Array): 'pdf' | 'no-pdf' | 'damaged' | 'encrypted' {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!view.subarray(0, HEADER_WITHIN).includes('%PDF-')) return 'no-pdf'
  const end = view.subarray(Math.max(0, view.length - END_WITHIN))
  const at = end.lastIndexOf('startxref')
  if (at === -1 || !end.subarray(at).includes('%%EOF')) return 'damaged'
  const start = Number(/startxref\s+(\d+)/.exec(end.toString('latin1', at))?.[1])
  if (!Number.isInteger(start) || start >= view.length) return 'damaged'
  // A trailer, or the dictionary of a cross-reference stream: both name their encryption in plain text.
  return /\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(view.toString('latin1')) ? 'encrypted' : 'pdf'
}

/**
 * Whether an encrypted PDF opens with the empty password: it was only kept from being changed or printed (an owner
 * password, ISO 32000-1, 7.6.3.1), and everybody can read it.
 */
export async function opensWithoutPassword(bytes: Uint8Array): Promise<boolean> {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  try {
    const asItIs = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false })
    // One that names a dictionary which is not there opens nowhere.
    if (!asItIs.isEncrypted) return false
    const opened = await PDFDocument.load(bytes, { password: '', updateMetadata: false })
    return opened.getPageCount() > 0
  } catch {
    return false
  }
}
