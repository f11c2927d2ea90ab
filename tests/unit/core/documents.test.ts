import { Transformer } from '@napi-rs/image'
import { describe, expect, it } from 'vitest'
import { MAX_DOCUMENT_BYTES } from '#shared/domain/forms/index.ts'
import { inspectDocument } from '../../../src/main/services/documents/index.ts'
import { minimalPdf } from '../../helpers/documents.ts'
import { noisePixels, webcamJpeg } from '../../helpers/pictures.ts'

const verdict = async (bytes: Uint8Array) => {
  const inspected = await inspectDocument(bytes)
  return inspected.ok ? inspected.value.media : inspected.error
}

describe('a document', () => {
  it('is taken by its content', async () => {
    expect(await verdict(minimalPdf())).toBe('application/pdf')
    expect(await verdict(await webcamJpeg(noisePixels(320, 240)))).toBe('image/jpeg')
  })

  it('is refused when it is something else, cut off, or asks for a password', async () => {
    expect(await verdict(Buffer.from('MZ this is a program'))).toBe('unknown')
    expect(await verdict(new Uint8Array())).toBe('unknown')
    const pdf = minimalPdf()
    expect(await verdict(pdf.subarray(0, pdf.length - 40))).toBe('damaged')
    expect(await verdict(minimalPdf({ encrypted: true }))).toBe('encrypted')
    // The trailer may hold the encryption dictionary itself (ISO 32000-1, 7.5.5).
    const direct = Buffer.from(minimalPdf({ encrypted: true }))
      .toString('latin1')
      .replace('9 0 R', '<< /V 2 >>')
    expect(await verdict(Buffer.from(direct, 'latin1'))).toBe('encrypted')
    const png = await new Transformer(await webcamJpeg(noisePixels(320, 240))).png()
    expect(await verdict(png)).toBe('image/png')
    expect(await verdict(png.subarray(0, png.length / 2))).toBe('damaged')
    expect(await verdict(png.subarray(0, png.length - 12))).toBe('damaged')
    const jpeg = await webcamJpeg(noisePixels(320, 240))
    expect(await verdict(jpeg.subarray(0, jpeg.length / 2))).toBe('damaged')
  })

  it('is held below 2 MB: a photo is shrunk, a PDF is refused', async () => {
    const photo = await webcamJpeg(noisePixels(2600, 1900))
    expect(photo.length).toBeGreaterThan(MAX_DOCUMENT_BYTES)
    const shrunk = await inspectDocument(photo)
    expect(shrunk.ok && shrunk.value.bytes.length).toBeLessThanOrEqual(MAX_DOCUMENT_BYTES)
    expect(await verdict(minimalPdf({ padding: MAX_DOCUMENT_BYTES }))).toBe('too-large')
  }, 120_000)
})
