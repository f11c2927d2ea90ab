import { expect, it } from 'vitest'
import { createSearchIndex } from '../../../src/main/services/reference/search-index.ts'
import { createAreas } from '../../../src/main/services/regions/areas.ts'

const UNITS = [
  'Dinas Kesehatan',
  'Dinas Pendidikan',
  'Sekretariat Daerah',
  'Inspektorat',
  'Dinas Perhubungan',
  'Dinas Sosial',
  'Dinas Komunikasi dan Informatika',
  'Dinas Lingkungan Hidup',
  'Satuan Polisi Pamong Praja',
  'Badan Keuangan dan Aset Daerah',
]
const areas = createAreas()
const rows = areas
  .children(null)
  .flatMap(({ code }) => areas.children(code))
  .flatMap(({ code, name }) => [
    { code, name: `Pemerintah ${name}` },
    ...UNITS.map((unit, index) => ({ code: `${code}-${index}`, name: `${unit} ${name}` })),
  ])

/** Park and Miller's minimal standard generator: the same typing errors every time. */
function createRandom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

/** One typing error in a word: a letter left out, doubled, swapped with its neighbour, or another one. */
function misspell(word: string, random: (below: number) => number): string {
  const at = 1 + random(word.length - 2)
  const [a, b] = [word.charAt(at), word.charAt(at + 1)]
  switch (random(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1)
    case 1:
      return word.slice(0, at) + a + word.slice(at)
    case 2:
      return word.slice(0, at) + b + a + word.slice(at + 2)
    default:
      return `${word.slice(0, at)}${'aeiurnst'.charAt(random(8))}${word.slice(at + 1)}`
  }
}

it('finds the wanted row among the first five for at least 95 % of 50 misspelt queries', () => {
  expect(rows.length).toBeGreaterThan(5_000)
  const index = createSearchIndex(rows)
  const random = createRandom(20_261_125)
  const missed: string[] = []
  for (let n = 0; n < 50; n += 1) {
    const row = rows[random(rows.length)]
    if (!row) throw new Error('no row')
    const words = row.name.split(' ')
    // A typing error in the longest word, which mostly is the place.
    const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '')
    const query = words.map((word) => (word === longest ? misspell(word, random) : word)).join(' ')
    const found = index.search(query.toLowerCase(), 5, () => true)
    if (!found.some(({ code }) => code === row.code)) missed.push(`${query} (${row.name})`)
  }
  expect(missed.length, missed.join('; ')).toBeLessThanOrEqual(2)
})

it('keeps to the entries of one instansi, and shows the first ones when nothing is typed', () => {
  const index = createSearchIndex([
    { code: 'a', name: 'Dinas Kesehatan Kota Contoh', parent: '1' },
    { code: 'b', name: 'Dinas Kesehatan Kabupaten Contoh', parent: '2' },
  ])
  expect(index.search('kesehatn', 5, (item) => item.parent === '2').map(({ code }) => code)).toEqual(['b'])
  expect(index.search(' ', 1, () => true)).toHaveLength(1)
  expect(index.search('zzzz', 5, () => true)).toEqual([])
})
