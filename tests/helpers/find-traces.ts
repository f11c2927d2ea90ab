import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Texts or bytes to look for, by name. */
export type Needles = Readonly<Record<string, Uint8Array | string>>

/** Bytes that tell a JPEG (base64) from every other: heads, tables and tails are alike. */
export function middleOf(base64: string): Uint8Array {
  const jpeg = Buffer.from(base64, 'base64')
  const middle = Math.floor(jpeg.length / 2)
  return jpeg.subarray(middle, middle + 24)
}

/** Base64 of bytes wherever they begin within a longer text: three ways to fall on its groups of three. */
function base64Ways(bytes: Uint8Array): string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    const whole = Math.floor(((offset + bytes.length) * 8) / 6)
    return encoded.slice(Math.ceil((offset * 8) / 6), whole)
  })
}

/** Every way in which a text or bytes may stand in a file. */
function waysToWrite(needle: Uint8Array | string): Buffer[] {
  const bytes = Buffer.from(needle)
  const base64 = base64Ways(bytes)
  const texts = [
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
  ]
  const ways = [bytes, ...texts.map((text) => Buffer.from(text))]
  if (typeof needle !== 'string') return ways
  const utf16 = Buffer.from(needle, 'utf16le')
  return [...ways, utf16, Buffer.from(utf16).swap16(), Buffer.from(needle.toLowerCase())]
}

/** Names of the needles that stand anywhere in any file below a folder, in any of these ways. */
export function findTraces(folder: string, needles: Needles): string[] {
  const contents = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  return Object.entries(needles)
    .filter(([, needle]) =>
      waysToWrite(needle).some((way) => contents.some((content) => content.includes(way))),
    )
    .map(([name]) => name)
}
