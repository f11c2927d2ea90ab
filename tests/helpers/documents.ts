/**
 * A whole PDF of one empty page (ISO 32000-1), made here: nobody's document.
 * @param options.text makes it unlike others; `padding` bytes make it large
 */
export function minimalPdf(
  options: { encrypted?: boolean; padding?: number; text?: string } = {},
): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> % ${options.text ?? 'CONTOH'}`,
  ]
  let body = '%PDF-1.4\n'
  if (options.padding) body += `%${'x'.repeat(options.padding)}\n`
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = body.length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const encrypt = options.encrypted ? ' /Encrypt 9 0 R' : ''
  body += `xref\n0 4\n0000000000 65535 f \n${rows}trailer\n<< /Size 4 /Root 1 0 R${encrypt} >>\n`
  return Buffer.from(`${body}startxref\n${start}\n%%EOF\n`, 'latin1')
}
