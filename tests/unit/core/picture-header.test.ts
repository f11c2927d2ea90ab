import { Transformer } from '@napi-rs/image'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { decodeRgb, inspectJpeg, readHeader, shrinkJpeg } from '../../../src/main/services/pictures/index.ts'
import {
  meanOf,
  noisePixels,
  pasted,
  pixelsOf,
  plainPixels,
  pngOf,
  webcamJpeg,
} from '../../helpers/pictures.ts'

/** 60 × 40 pixels, its left half red and its right half blue. */
const twoHalves = () => pasted(plainPixels(60, 40, '#0000c0'), plainPixels(30, 40, '#c00000'), 0, 0)

/** An APP1 segment (TIFF, big-endian) that names an orientation and carries `thumbnail` after its directory. */
const exif = (orientation: number, thumbnail: Uint8Array = new Uint8Array()): Buffer => {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, thumbnail])
  const head = Buffer.of(0xff, 0xe1, 0, 0)
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
const withExif = (jpeg: Uint8Array, segment: Buffer): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)])

describe('the header of a picture', () => {
  let jpeg: Uint8Array
  beforeAll(async () => {
    jpeg = await webcamJpeg(twoHalves())
  })

  it('names format and size of JPEG, PNG and both kinds of WebP', async () => {
    const size = { width: 60, height: 40, orientation: 1, whole: true }
    expect(readHeader(jpeg)).toEqual({ format: 'jpeg', ...size })
    expect(readHeader(await pngOf(jpeg))).toEqual({ format: 'png', ...size })
    expect(readHeader(await new Transformer(jpeg).webp(80))).toEqual({ format: 'webp', ...size })
    expect(readHeader(await new Transformer(jpeg).webpLossless())).toEqual({ format: 'webp', ...size })
  })

  it('says when a JPEG stops early, also when its thumbnail is whole', () => {
    const half = jpeg.subarray(0, jpeg.length - 40)
    expect(readHeader(half)?.whole).toBe(false)
    expect(readHeader(withExif(half, exif(1, jpeg)))).toMatchObject({ width: 60, whole: false })
    expect(readHeader(withExif(jpeg, exif(1, half)))).toMatchObject({ width: 60, whole: true })
  })

  it('takes a JPEG with two frame headers for none: the decoder may believe the other one', () => {
    const frame = Buffer.from(jpeg).indexOf(Buffer.of(0xff, 0xc0))
    const second = jpeg.subarray(frame, frame + 19)
    const doubled = Buffer.concat([jpeg.subarray(0, frame), second, jpeg.subarray(frame)])
    expect(readHeader(doubled)).toBeUndefined()
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'reads orientation %i, and the pixels come out upright',
    async (value) => {
      const turned = withExif(jpeg, exif(value))
      const header = readHeader(turned)
      if (!header) throw new Error('no header')
      expect(header).toMatchObject({ width: 60, height: 40, orientation: value })
      const upright = await decodeRgb(turned, header)
      expect([upright.width, upright.height]).toEqual(value >= 5 ? [40, 60] : [60, 40])
      // TIFF 6.0: where the stored first row and column belong; red was stored on the left.
      const redSide = {
        1: 'left',
        4: 'left',
        2: 'right',
        3: 'right',
        5: 'top',
        6: 'top',
        7: 'bottom',
        8: 'bottom',
      }[value]
      const at = { left: [2, 20], right: [-3, 20], top: [20, 2], bottom: [20, -3] }[redSide ?? '']
      const [x = 0, y = 0] = at ?? []
      const pixel = ((y < 0 ? upright.height + y : y) * upright.width + (x < 0 ? upright.width + x : x)) * 3
      expect(upright.data[pixel]).toBeGreaterThan(150)
      expect(upright.data[pixel + 2]).toBeLessThan(60)
    },
  )

  it('a picture that is made smaller is turned upright on the way', async () => {
    const noise = await webcamJpeg(noisePixels(120, 80), 99)
    const fitted = await shrinkJpeg({ jpeg: withExif(noise, exif(6)), width: 120, height: 80 }, 6_000)
    if (!fitted) throw new Error('it does not fit')
    expect(fitted.height).toBeGreaterThan(fitted.width)
    expect(await pixelsOf(fitted.jpeg)).toMatchObject({ width: fitted.width, height: fitted.height })
  })

  it('transparent parts become white', async () => {
    const clear = await Transformer.fromRgbaPixels(new Uint8Array(40 * 30 * 4), 40, 30).png()
    expect(meanOf(await pixelsOf(clear))).toEqual([255, 255, 255])
  })
})

describe('damaged pictures', () => {
  // The decoder is native code: what it does not survive takes the whole kiosk with it.
  it('are answered, never thrown for, whatever bytes are changed or cut', async () => {
    const jpeg = await webcamJpeg(twoHalves())
    const whole = [
      jpeg,
      withExif(jpeg, exif(6)),
      await pngOf(jpeg),
      await new Transformer(jpeg).webp(80),
      await new Transformer(jpeg).webpLossless(),
    ]
    const damaged = fc
      .record({
        picture: fc.constantFrom(...whole),
        changes: fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        cut: fc.double({ min: 0.1, max: 1.5, noNaN: true }),
      })
      .map(({ picture, changes, cut }) => {
        const bytes = Buffer.from(picture)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        return bytes.subarray(0, Math.floor(bytes.length * cut))
      })
    await fc.assert(
      fc.asyncProperty(damaged, async (bytes) => {
        const header = readHeader(bytes)
        const answer = await inspectJpeg(bytes)
        if (answer.ok) expect(answer.value).toMatchObject({ width: header?.width, height: header?.height })
        if (header && header.width * header.height < 10_000)
          await decodeRgb(bytes, header).catch((cause) => expect(cause).toBeInstanceOf(Error))
      }),
      { numRuns: 1_500 },
    )
  })
})
