import { describe, expect, it } from 'vitest'
import { findComponents } from '../../../src/main/services/ocr/image/components.ts'
import { classifyDigit, unpackNet } from '../../../src/main/services/ocr/nik/digit-net.ts'
import { DIGIT_WEIGHTS } from '../../../src/main/services/ocr/nik/digit-weights.ts'
import { digitPicture, segmentNik } from '../../../src/main/services/ocr/nik/segment.ts'
import { textPath } from '../../bench/ktp/fonts.ts'
import { blurred, drawSvg } from '../../helpers/pictures.ts'

const NIK = '6204010912863570'

const draw = async (
  font: string,
  weight: number,
): Promise<{ data: Uint8Array; width: number; height: number }> => {
  const path = textPath(NIK, 40, 100, { font, weight, size: 60, spacing: 0 })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="140"><rect width="900" height="140" fill="#fff"/><path d="${path}"/></svg>`
  const { data, width, height } = await blurred(await drawSvg(svg), 1)
  // Black on white: every channel says the same.
  return { data: data.filter((_, i) => i % 3 === 0), width, height }
}

describe('NIK digits', () => {
  const net = unpackNet(DIGIT_WEIGHTS)

  // dejavu-mono and overpass-mono took no part in learning.
  it.each([
    ['ocr-a', 400],
    ['ocr-b', 400],
    ['arimo', 700],
    ['cousine', 700],
    ['dejavu-mono', 700],
    ['overpass-mono', 700],
  ])('are cut and recognised in %s', async (font, weight) => {
    const row = await draw(font, weight)
    const blots = findComponents(row, 128).sort((a, b) => a.left - b.left)
    const cells = segmentNik(row, blots, 0) ?? []
    expect(cells).toHaveLength(16)
    const read = cells.map((cell) => {
      const shares = [...classifyDigit(net, digitPicture(row, cell, 0))]
      return shares.indexOf(Math.max(...shares))
    })
    expect(read.join('')).toBe(NIK)
  })

  it('are not looked for in a row of a few blots', async () => {
    const row = await draw('arimo', 400)
    expect(segmentNik(row, findComponents(row, 128).slice(0, 5), 0)).toBeUndefined()
  })
})
