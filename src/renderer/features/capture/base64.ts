/** Base64 of bytes (RFC 4648 §4) in a Blob: for workers, because a megabyte holds up a page. */
export function toBase64(bytes: Uint8Array): Blob {
  // In pieces that fit on the call stack, and that leave no padding in the middle.
  const PIECE = 3 * 0x2000
  const texts: string[] = []
  for (let i = 0; i < bytes.length; i += PIECE)
    texts.push(btoa(String.fromCharCode(...bytes.subarray(i, i + PIECE))))
  return new Blob(texts)
}
