import { z } from 'zod'
import type { Clock, LogEntry } from '../../app/app.ts'
import {
  type CentralApi,
  REFERENCE_LISTS,
  type ReferenceItem,
  type ReferenceListName,
} from '../central-api/index.ts'
import type { Store } from '../store/index.ts'
import { createSearchIndex, type SearchIndex } from './search-index.ts'

const StoredList = z.object({
  etag: z.string().nullable(),
  items: z.array(z.object({ code: z.string(), name: z.string(), parent: z.string().optional() })),
})

/** Lists change a few times a year. */
const PERIOD_MS = 6 * 60 * 60 * 1000

type Deps = {
  readonly settings: Store['settings']
  readonly api: () => CentralApi | null
  readonly clock: Clock
  readonly log: (entry: LogEntry) => void
}

const keyOf = (list: ReferenceListName): string => `reference.${list}`

/** Instansi and satuan kerja as the central knows them, kept for use without a network. */
export function createReference({ settings, api, clock, log }: Deps) {
  const indexes = new Map<ReferenceListName, SearchIndex>()
  let askedAt = Number.NEGATIVE_INFINITY

  function indexOf(list: ReferenceListName): SearchIndex {
    const known = indexes.get(list)
    if (known) return known
    const index = createSearchIndex(settings.find(keyOf(list), StoredList)?.items ?? [])
    indexes.set(list, index)
    return index
  }

  async function refreshOne(central: CentralApi, list: ReferenceListName): Promise<boolean> {
    const answer = await central.reference(list, settings.find(keyOf(list), StoredList)?.etag ?? null)
    if (!answer.ok) {
      log({ level: 'warn', event: 'reference.not-refreshed', detail: { list, kind: answer.error.kind } })
      return false
    }
    if (answer.value.kind === 'unchanged') return true
    const { items, etag } = answer.value
    settings.set(keyOf(list), { etag, items })
    indexes.delete(list)
    return true
  }

  return {
    /** Brings the lists up to date, at most every six hours; what cannot be had leaves the old list as it is. */
    async refresh(): Promise<void> {
      const now = clock.now().getTime()
      const central = api()
      if (!central || now - askedAt < PERIOD_MS) return
      askedAt = now
      for (const list of REFERENCE_LISTS)
        if (!(await refreshOne(central, list))) askedAt = Number.NEGATIVE_INFINITY
    },
    /**
     * Entries for what is typed, best first; typing errors are forgiven.
     * @param parent only entries that belong to this one (satuan kerja of an instansi)
     */
    search(list: ReferenceListName, query: string, limit: number, parent?: string): ReferenceItem[] {
      return indexOf(list).search(query, limit, (item) => parent === undefined || item.parent === parent)
    },
  }
}
export type Reference = ReturnType<typeof createReference>
