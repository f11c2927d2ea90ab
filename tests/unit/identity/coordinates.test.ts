import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCoordinates } from '#shared/domain/identity/index.ts'

const codeOf = (text: string) => {
  const parsed = parseCoordinates(text)
  return parsed.ok ? parsed.value.value : parsed.error.code
}

describe('a place', () => {
  it.each([
    ['-2.2083, 113.9138', '-2.208300, 113.913800'],
    ['-2.2083,113.9138', '-2.208300, 113.913800'],
    ['  -2.2083   113.9138 ', '-2.208300, 113.913800'],
    ['-2,2083; 113,9138', '-2.208300, 113.913800'],
    ['-2,2083 113,9138', '-2.208300, 113.913800'],
    ['\u22122.2083, 113.9138', '-2.208300, 113.913800'],
    ['5, 97', '5.000000, 97.000000'],
  ])('%s is read', (text, value) => {
    expect(codeOf(text)).toBe(value)
  })

  it.each([
    ['113.9138, -2.2083', 'coordinates.swapped'],
    ['52.52, 13.4', 'coordinates.outside'],
    ['-2.2083', 'coordinates.format'],
    ['', 'coordinates.format'],
    ['di depan kantor pos', 'coordinates.format'],
    ['-2.2083, 113.9138, 12', 'coordinates.format'],
    ['9'.repeat(10_000), 'coordinates.format'],
  ])('%s is refused', (text, code) => {
    expect(codeOf(text)).toBe(code)
  })

  it('never throws, and what it takes it takes again unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.tuple(fc.double(), fc.double()).map(String)), (text) => {
        const parsed = parseCoordinates(text)
        if (parsed.ok) expect(codeOf(parsed.value.value)).toBe(parsed.value.value)
      }),
    )
  })
})
