/** A JPEG that came as base64, as a file: its address is short, and an `img` reads it without holding up the page. */
export function jpegFile(base64: string): Blob {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = text.charCodeAt(i)
  return new Blob([bytes], { type: 'image/jpeg' })
}
