/** What the first bytes of a picture say about it, before any pixel is decoded. */
export type PictureHeader = {
  readonly format: 'jpeg' | 'png' | 'webp'
  /** Pixels as they are stored, before `orientation` is applied. */
  readonly width: number
  readonly height: number
  /** EXIF orientation, 1..8 (JEITA CP-3451, tag 0112); 1 is upright. */
  readonly orientation: number
  /** False when a JPEG or PNG stops before its end marker: decoders fill the rest with grey, or are never asked. */
  readonly whole: boolean
}

/** Reads the header of a JPEG, PNG or WebP; undefined for anything else, whatever its bytes. */
export function readHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const header = readJpeg(view) ?? readPng(view) ?? readWebp(view)
    return header && header.width > 0 && header.height > 0 ? header : undefined
  } catch (cause) {
    // A field lies beyond the last byte: the header itself is cut off.
    if (cause instanceof RangeError) return undefined
    throw cause
  }
}

const PNG_SIGNATURE = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** PNG 5.2 and 11.2.1: the signature, then IHDR with the size. */
function readPng(view: Buffer): PictureHeader | undefined {
  if (!view.subarray(0, 8).equals(PNG_SIGNATURE) || view.toString('latin1', 12, 16) !== 'IHDR')
    return undefined
  return {
    format: 'png',
    width: view.readUInt32BE(16),
    height: view.readUInt32BE(20),
    orientation: 1,
    whole: reachesPngEnd(view),
  }
}

/** PNG 5.3: chunks of length, type, data and a CRC, the last one is IEND. */
function reachesPngEnd(view: Buffer): boolean {
  let at = PNG_SIGNATURE.length
  while (at + 12 <= view.length) {
    if (view.toString('latin1', at + 4, at + 8) === 'IEND') return true
    at += 12 + view.readUInt32BE(at)
  }
  return false
}

/** RFC 9649: RIFF, then one of three kinds of first chunk. A cut WebP is refused by its decoder. */
function readWebp(view: Buffer): PictureHeader | undefined {
  if (view.toString('latin1', 0, 4) !== 'RIFF' || view.toString('latin1', 8, 12) !== 'WEBP') return undefined
  const size = webpSize(view, view.toString('latin1', 12, 16))
  return size && { format: 'webp', ...size, orientation: 1, whole: true }
}

function webpSize(view: Buffer, chunk: string): { width: number; height: number } | undefined {
  if (chunk === 'VP8 ')
    return { width: view.readUInt16LE(26) & 0x3fff, height: view.readUInt16LE(28) & 0x3fff }
  if (chunk === 'VP8X') return { width: view.readUIntLE(24, 3) + 1, height: view.readUIntLE(27, 3) + 1 }
  if (chunk !== 'VP8L') return undefined
  const bits = view.readUInt32LE(21)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

const SOI = 0xd8
const EOI = 0xd9
const APP1 = 0xe1
/** DHT, JPG and DAC lie among the numbers of the frame headers (ITU-T T.81 table B.1). */
const NO_FRAME = new Set([0xc4, 0xc8, 0xcc])
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.has(marker)
/** What may follow 0xFF inside a scan: a stuffed zero, a fill byte, a restart marker. */
const isInsideScan = (marker: number): boolean =>
  marker === 0x00 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)

/** ITU-T T.81 B: walks the segments to the end marker. Two frame headers are no picture that a camera makes. */
function readJpeg(view: Buffer): PictureHeader | undefined {
  if (view[0] !== 0xff || view[1] !== SOI) return undefined
  let frame: { width: number; height: number } | undefined
  let orientation = 1
  let whole = false
  let at = 2
  while (at >= 0 && at + 1 < view.length) {
    const marker = view[at + 1] as number
    if (view[at] !== 0xff || isInsideScan(marker)) {
      // The coded pixels follow a scan header without a length of their own.
      at = view.indexOf(0xff, at + (view[at] === 0xff && marker !== 0xff ? 2 : 1))
      continue
    }
    whole = marker === EOI
    if (whole || at + 4 > view.length) break
    const length = view.readUInt16BE(at + 2)
    if (isFrame(marker)) {
      if (frame) return undefined
      frame = { height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) }
    }
    if (marker === APP1) orientation = readOrientation(view.subarray(at + 4, at + 2 + length)) ?? orientation
    at += 2 + length
  }
  return frame && { format: 'jpeg', ...frame, orientation, whole }
}

/** The orientation out of an EXIF segment (TIFF 6.0, first directory); undefined where it has none. */
function readOrientation(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return undefined
  const tiff = segment.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const read16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const read32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  try {
    const directory = read32(4)
    const entries = read16(directory)
    for (let n = 0; n < entries; n++) {
      const entry = directory + 2 + n * 12
      if (read16(entry) !== 0x0112) continue
      const value = read16(entry + 8)
      return value >= 1 && value <= 8 ? value : undefined
    }
  } catch (cause) {
    // Damaged EXIF costs the orientation, not the picture.
    if (!(cause instanceof RangeError)) throw cause
  }
  return undefined
}
