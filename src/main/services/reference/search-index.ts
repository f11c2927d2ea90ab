import MiniSearch from 'minisearch'
import type { ReferenceItem } from '../central-api/index.ts'

/** Words that nearly every entry has: they must not decide what comes first. */
const COMMON = new Set(['pemerintah', 'kabupaten', 'kota', 'provinsi', 'dan', 'dinas', 'badan'])

/** How much a word may differ from the one meant: about one letter in four. */
const FUZZINESS = 0.27

const normalise = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/**
 * A search that forgives typing errors, over thousands of entries, offline. Every word counts, begun words and misspelt
 * ones too; written together or apart (*palangkaraya*, *palangka raya*) finds the same.
 */
export function createSearchIndex(items: readonly ReferenceItem[]) {
  const index = new MiniSearch<{ id: number; name: string; joined: string }>({
    fields: ['name', 'joined'],
    processTerm: (term) => normalise(term),
    searchOptions: {
      fuzzy: FUZZINESS,
      prefix: true,
      boost: { name: 2 },
      boostTerm: (term) => (COMMON.has(term) ? 0.1 : 1),
    },
  })
  index.addAll(items.map(({ name }, id) => ({ id, name, joined: joinedPairs(name) })))
  return {
    /** The best entries first; without a query the first ones of the list. */
    search(query: string, limit: number, keep: (item: ReferenceItem) => boolean): ReferenceItem[] {
      if (query.trim() === '') return items.filter(keep).slice(0, limit)
      const found: ReferenceItem[] = []
      for (const hit of index.search(query)) {
        const item = items[hit.id as number]
        if (item && keep(item)) found.push(item)
        if (found.length === limit) break
      }
      return found
    },
  }
}
export type SearchIndex = ReturnType<typeof createSearchIndex>

/** `Kota Palangka Raya` → `kotapalangka palangkaraya`: neighbours written as one word. */
function joinedPairs(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return words
    .slice(1)
    .map((word, index) => `${words[index]}${word}`)
    .join(' ')
}
