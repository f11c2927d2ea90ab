import { describe, expect, it } from 'vitest'
import { type RgbPixels, stillJpeg } from '../../../src/main/services/pictures/index.ts'
import { cornerOf, meanOf, pasted, pixelsOf, plainPixels, webcamJpeg } from '../../helpers/pictures.ts'

/** Its rows are no multiple of four bytes: BMP fills them up. */
const SIZE = { width: 319, height: 239 }
const RED_ABOVE_BLUE = pasted(plainPixels(319, 239, '#2030c0'), plainPixels(319, 120, '#c02030'), 0, 0)

/** As CommandCam writes it: two headers, then the rows from the lowest up, blue first, unless `topDown`. */
function bmpOf({ data, width, height }: RgbPixels, topDown = false): Buffer {
  const row = Math.ceil((width * 3) / 4) * 4
  const bmp = Buffer.alloc(54 + row * height)
  bmp.write('BM', 0, 'latin1')
  bmp.writeUInt32LE(bmp.length, 2)
  bmp.writeUInt32LE(54, 10)
  bmp.writeUInt32LE(40, 14)
  bmp.writeInt32LE(width, 18)
  bmp.writeInt32LE(topDown ? -height : height, 22)
  bmp.writeUInt16LE(1, 26)
  bmp.writeUInt16LE(24, 28)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let k = 0; k < 3; k++)
        bmp[54 + (topDown ? y : height - 1 - y) * row + x * 3 + (2 - k)] = data[
          (y * width + x) * 3 + k
        ] as number
  return bmp
}

describe("a camera program's still", () => {
  it('is passed on byte for byte when it is a JPEG', async () => {
    const jpeg = await webcamJpeg(RED_ABOVE_BLUE)
    const still = await stillJpeg(jpeg)
    expect(still).toMatchObject({ ok: true, value: SIZE })
    expect(still.ok && still.value.jpeg).toBe(jpeg)
  })

  it.each([false, true])(
    'is made a JPEG when it is a BMP, upright (first row first: %s)',
    async (topDown) => {
      const still = await stillJpeg(bmpOf(RED_ABOVE_BLUE, topDown))
      if (!still.ok) throw new Error(still.error)
      expect(still.value).toMatchObject(SIZE)
      const pixels = await pixelsOf(still.value.jpeg)
      expect(pixels).toMatchObject(SIZE)
      const [red, green, blue] = meanOf(cornerOf(pixels, 319, 100))
      expect([red > 180, green < 45, blue < 60]).toEqual([true, true, true])
      const [wholeRed, , wholeBlue] = meanOf(pixels)
      expect(Math.abs(wholeRed - wholeBlue)).toBeLessThan(8)
    },
  )

  const damaged = (change: (bmp: Buffer) => void) => {
    const bmp = bmpOf(RED_ABOVE_BLUE)
    change(bmp)
    return bmp
  }
  it.each([
    ['cut off', bmpOf(RED_ABOVE_BLUE).subarray(0, 200_000)],
    ['a head alone', bmpOf(RED_ABOVE_BLUE).subarray(0, 54)],
    ['shorter than its head', Buffer.from('BM')],
    ['compressed', damaged((bmp) => bmp.writeUInt32LE(1, 30))],
    ['of 8 bits a pixel', damaged((bmp) => bmp.writeUInt16LE(8, 28))],
    ['without a width', damaged((bmp) => bmp.writeInt32LE(0, 18))],
  ])('is refused when it is a BMP %s', async (_name, bytes) => {
    expect(await stillJpeg(bytes)).toEqual({ ok: false, error: 'undecodable' })
  })

  it('is refused as too large without decoding it', async () => {
    const huge = damaged((bmp) => {
      bmp.writeInt32LE(9_000, 18)
      bmp.writeInt32LE(6_000, 22)
    })
    expect(await stillJpeg(huge)).toEqual({ ok: false, error: 'too-large' })
  })
})
