import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inspectJpeg, readHeader, shrinkJpeg } from '../../../src/main/services/pictures/index.ts'
import { noisePixels, pixelsOf, pngOf, webcamJpeg } from '../../helpers/pictures.ts'

const PORTRAIT = readFileSync(new URL('../../fixtures/faces/stock-emotions-a-3.jpg', import.meta.url))
/** A picture that no encoder makes small: noise. */
const noise = (width: number, height: number): Promise<Uint8Array> =>
  webcamJpeg(noisePixels(width, height), 99)

describe('a picture that comes in', () => {
  it('is taken when it is a whole JPEG', async () => {
    const picture = await inspectJpeg(PORTRAIT)
    const { width, height } = await pixelsOf(PORTRAIT)
    expect(picture).toMatchObject({ ok: true, value: { width, height } })
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['text', Buffer.from('bukan gambar')],
    ['half a JPEG', PORTRAIT.subarray(0, Math.floor(PORTRAIT.length / 2))],
    ['a JPEG head alone', PORTRAIT.subarray(0, 20)],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ])('is refused when it is %s', async (_name, bytes) => {
    expect(await inspectJpeg(bytes)).toEqual({ ok: false, error: 'undecodable' })
  })

  it('is refused when it is a PNG', async () => {
    expect(await inspectJpeg(await pngOf(PORTRAIT))).toMatchObject({ ok: false })
  })

  it('is refused as too large without decoding it', async () => {
    const huge = Buffer.from(await noise(16, 16))
    // SOF0 (ITU-T T.81 B.2.2): the frame header claims 9000 × 6000 pixels.
    const frame = huge.indexOf(Buffer.of(0xff, 0xc0))
    huge.writeUInt16BE(6_000, frame + 5)
    huge.writeUInt16BE(9_000, frame + 7)
    expect(await inspectJpeg(huge)).toEqual({ ok: false, error: 'too-large' })
  })
})

describe('a picture that goes out', () => {
  it('is passed on byte for byte when it fits', async () => {
    const picture = { jpeg: PORTRAIT, width: 1, height: 1 }
    expect(await shrinkJpeg(picture, PORTRAIT.length)).toBe(picture)
  })

  it('is made smaller until it fits, and says its new size', async () => {
    const jpeg = await noise(400, 300)
    const limit = 15_000
    expect(jpeg.length).toBeGreaterThan(limit * 3)
    const fitted = await shrinkJpeg({ jpeg, width: 400, height: 300 }, limit)
    if (!fitted) throw new Error('it does not fit')
    expect(fitted.jpeg.length).toBeLessThanOrEqual(limit)
    const { width, height } = await pixelsOf(fitted.jpeg)
    expect(readHeader(fitted.jpeg)?.format).toBe('jpeg')
    expect({ width, height }).toEqual({ width: fitted.width, height: fitted.height })
  })

  it('is never sent too large', async () => {
    const picture = { jpeg: await noise(64, 64), width: 64, height: 64 }
    expect(await shrinkJpeg(picture, 300)).toBeUndefined()
  })

  it('keeps the long side that it must, to the pixel, before it is given up', async () => {
    const picture = { jpeg: await noise(1000, 750), width: 1000, height: 750 }
    // 400 pixels do not fit, 250 do.
    expect(await shrinkJpeg(picture, 20_000, 250)).toMatchObject({ width: 250, height: 188 })
    expect(await shrinkJpeg(picture, 20_000, 400)).toBeUndefined()
  })
})
