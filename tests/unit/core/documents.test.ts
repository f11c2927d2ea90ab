import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { Transformer } from '@napi-rs/image'
import { describe, expect, it } from 'vitest'
import { MAX_DOCUMENT_BYTES, type PageTurn } from '#shared/domain/forms/index.ts'
import { bindPages, inspectDocument, inspectPage } from '../../../src/main/services/documents/index.ts'
import { tryPdf } from '../../../src/main/services/documents/pdf.ts'
import { minimalPdf } from '../../helpers/documents.ts'
import { noisePixels, webcamJpeg } from '../../helpers/pictures.ts'

const AT = new Date('2026-11-23T02:05:00.000Z')

const verdict = async (bytes: Uint8Array) => {
  const inspected = await inspectDocument(bytes)
  return inspected.ok ? inspected.value.kind : inspected.error
}
const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/documents/${name}.pdf`, import.meta.url))
/** A page full of detail: nothing compresses it well. */
const noisyPage = async (width: number, height: number, turn: PageTurn = 0, quality = 80) => ({
  jpeg: await webcamJpeg(noisePixels(width, height), quality),
  width,
  height,
  turn,
})

describe('a document', () => {
  it('is taken by its content', async () => {
    expect(await verdict(minimalPdf())).toBe('pdf')
    expect(await verdict(await webcamJpeg(noisePixels(320, 240)))).toBe('page')
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
    expect(await verdict(png)).toBe('page')
    expect(await verdict(png.subarray(0, png.length / 2))).toBe('damaged')
    expect(await verdict(png.subarray(0, png.length - 12))).toBe('damaged')
    const jpeg = await webcamJpeg(noisePixels(320, 240))
    expect(await verdict(jpeg.subarray(0, jpeg.length / 2))).toBe('damaged')
  })

  it('is refused when there is no page between its header and its end', async () => {
    const hollow = (inside: Uint8Array) =>
      Buffer.concat([Buffer.from('%PDF-1.7'), inside, Buffer.from('startxref 12 %%EOF')])
    expect(await verdict(hollow(Buffer.alloc(5_000)))).toBe('damaged')
    expect(await verdict(hollow(noisePixels(50, 30).data))).toBe('damaged')
    const pdf = Buffer.from(minimalPdf()).toString('latin1')
    expect(await verdict(Buffer.from(pdf.replace('/Type /Page ', '/Type /Pabe '), 'latin1'))).toBe('damaged')
    expect(await verdict(Buffer.from(pdf.replace('3 0 obj', '8 0 obj'), 'latin1'))).toBe('damaged')
  })

  it('is not called encrypted because it speaks of encryption', async () => {
    expect(await verdict(minimalPdf({ text: 'the trailer says /Encrypt 9 0 R' }))).toBe('pdf')
    const pdf = await PDFDocument.create()
    pdf
      .addPage()
      .node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.stream('(/Encrypt 9 0 R) Tj')))
    expect(await verdict(await pdf.save())).toBe('pdf')
  })

  it('does not hold up the kiosk, whatever it was made of', async () => {
    const endless = Buffer.from(`%PDF-1.7\n${'1 0 obj\n<<'.repeat(180_000)}startxref 12 %%EOF`)
    expect(endless.length).toBeLessThan(MAX_DOCUMENT_BYTES)
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    expect(await tryPdf(endless, 2_000)).toBe('damaged')
    expect(delay.max / 1e6).toBeLessThan(500)
  })

  it.each(['40', '128', '128aes', '256'])(
    'that is encrypted (%s) is taken when it opens without a password, and only then',
    async (cipher) => {
      const open = fixture(`owner-${cipher}`)
      const inspected = await inspectDocument(open)
      expect(inspected).toEqual({
        ok: true,
        value: { kind: 'pdf', pdf: { media: 'application/pdf', bytes: open } },
      })
      expect(await verdict(fixture(`user-${cipher}`))).toBe('encrypted')
    },
  )

  it('is held below 2 MB: a photo is shrunk, a PDF is refused', async () => {
    const photo = await webcamJpeg(noisePixels(2600, 1900))
    expect(photo.length).toBeGreaterThan(MAX_DOCUMENT_BYTES)
    const shrunk = await inspectPage(photo)
    expect(shrunk.ok && shrunk.value.jpeg.length).toBeLessThanOrEqual(MAX_DOCUMENT_BYTES)
    expect(await verdict(minimalPdf({ padding: MAX_DOCUMENT_BYTES }))).toBe('too-large')
  }, 120_000)

  it('fits as a photo whatever it shows, as long as it is legible', async () => {
    const worst = await inspectPage(await webcamJpeg(noisePixels(3000, 3000), 90))
    if (!worst.ok) throw new Error(worst.error)
    expect(worst.value.jpeg.length).toBeLessThanOrEqual(MAX_DOCUMENT_BYTES)
    expect(worst.value.width).toBeGreaterThanOrEqual(1500)
  }, 120_000)
})

describe('pages', () => {
  it('that are pictures are taken, others are not', async () => {
    const png = await new Transformer(await webcamJpeg(noisePixels(320, 240))).png()
    expect(await inspectPage(png)).toMatchObject({ ok: true, value: { width: 320, height: 240, turn: 0 } })
    expect(await inspectPage(minimalPdf())).toEqual({ ok: false, error: 'unknown' })
    expect(await inspectPage(png.subarray(0, 400))).toEqual({ ok: false, error: 'damaged' })
  })

  it('stay the photo that they are when there is one upright page', async () => {
    const page = await noisyPage(640, 480)
    expect(await bindPages([page], AT)).toEqual({
      ok: true,
      value: { media: 'image/jpeg', bytes: page.jpeg },
    })
  })

  it('become one PDF in their order and turns, byte for byte while they fit', async () => {
    const pages = [await noisyPage(640, 480, 90), await noisyPage(480, 640), await noisyPage(640, 480, 270)]
    const bound = await bindPages(pages, AT)
    if (!bound.ok) throw new Error(bound.error)
    expect(bound.value.media).toBe('application/pdf')
    const pdf = await PDFDocument.load(bound.value.bytes, { updateMetadata: false })
    expect(pdf.getPages().map((page) => page.getRotation().angle)).toEqual([90, 0, 270])
    expect(pdf.getPages().map((page) => page.getWidth() > page.getHeight())).toEqual([true, false, true])
    expect(pdf.getCreationDate()).toEqual(AT)
    for (const { jpeg } of pages)
      expect(Buffer.from(bound.value.bytes).includes(Buffer.from(jpeg))).toBe(true)
    // What is bound is a document that the kiosk itself would take.
    expect(await verdict(bound.value.bytes)).toBe('pdf')
  })

  it('are shrunk to fit below 2 MB together', async () => {
    const pages = [await noisyPage(1600, 1000, 0, 88), await noisyPage(1600, 1000, 0, 88)]
    expect(pages[0]?.jpeg.length).toBeGreaterThan(MAX_DOCUMENT_BYTES / 2)
    const bound = await bindPages(pages, AT)
    if (!bound.ok) throw new Error(bound.error)
    expect(bound.value.bytes.length).toBeLessThanOrEqual(MAX_DOCUMENT_BYTES)
    expect((await PDFDocument.load(bound.value.bytes)).getPageCount()).toBe(2)
  })

  it('are refused when they would have to become illegible', async () => {
    const page = await noisyPage(1600, 1000)
    expect(await bindPages(Array(8).fill(page), AT)).toEqual({ ok: false, error: 'pages-too-large' })
  })
})
