import type { PictureHeader } from './header.ts'

/** Size of a BMP and where its pixels are; `whole` is false when the file stops before its last row. */
export type BmpHeader = Pick<PictureHeader, 'width' | 'height' | 'whole'>

const FILE_HEADER = 14
const INFO_HEADER = 40
const UNCOMPRESSED = 0

/**
 * Reads the header of the one kind of BMP that a camera program writes (CommandCam on Windows): 24 bits a pixel, not
 * compressed (BITMAPFILEHEADER and BITMAPINFOHEADER, [MS-WMF] 2.2.2); undefined for anything else.
 */
export function readBmp(bytes: Uint8Array): BmpHeader | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.length < FILE_HEADER + INFO_HEADER || view.toString('latin1', 0, 2) !== 'BM') return undefined
  if (view.readUInt16LE(28) !== 24 || view.readUInt32LE(30) !== UNCOMPRESSED) return undefined
  const width = view.readInt32LE(18)
  // A negative height: the first row comes first.
  const height = Math.abs(view.readInt32LE(22))
  if (width <= 0 || height === 0) return undefined
  const rowBytes = Math.ceil((width * 3) / 4) * 4
  return { width, height, whole: view.length >= view.readUInt32LE(10) + rowBytes * height }
}
