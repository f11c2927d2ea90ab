/** ISO 32000-1, 7.5.2 and implementation note 13: readers accept the header within the first 1024 bytes. */
const HEADER_WITHIN = 1024
/** The end marker stands in the last 1024 bytes. */
const END_WITHIN = 1024

/**
 * Whether bytes are a PDF, and one that can be used.
 * - `no-pdf`: something else; `damaged`: cut off or without its cross-reference table;
 * - `encrypted`: it asks for a password (ISO 32000-1, 7.6): whoever checks it behind the central could not open it.
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
