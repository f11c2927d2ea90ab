import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Store } from '../services/store/index.ts'

/** The first screen comes first: so long the check of a large database waits when nobody asks for anything. */
const FIRST_SCREEN_MS = 1_000

/** The part of the database's check that was left for after the start. */
export type LateCheck = {
  /** Whether everything that was left is whole; stays open when it was stopped before. */
  readonly verdict: Promise<boolean>
  /** True when nothing was left: the start has looked at everything. */
  readonly isDone: boolean
  /** Somebody waits: it begins now. */
  hurry(): void
  stop(): void
}

/**
 * Checks table by table what `openStore` left unchecked, so that calls are answered in between. Until the verdict no
 * visit, no sending, no sweeping and no backup relies on what was not looked at.
 */
export function createLateCheck(store: Pick<Store, 'unchecked' | 'isWholeTable'>): LateCheck {
  const isDone = store.unchecked.length === 0
  if (isDone) return { verdict: Promise.resolve(true), isDone, hurry: () => undefined, stop: () => undefined }
  const { promise: verdict, resolve } = Promise.withResolvers<boolean>()
  let begun = false
  let stopped = false
  const timer = setTimeout(hurry, FIRST_SCREEN_MS)

  function hurry(): void {
    if (begun || stopped) return
    begun = true
    clearTimeout(timer)
    void run().then((whole) => whole !== undefined && resolve(whole))
  }

  async function run(): Promise<boolean | undefined> {
    for (const table of store.unchecked) {
      await nextTurn()
      if (stopped) return undefined
      if (!isWhole(table)) return false
    }
    return true
  }

  /** A page that cannot even be read is no whole one. */
  function isWhole(table: string): boolean {
    try {
      return store.isWholeTable(table)
    } catch {
      return false
    }
  }

  return {
    verdict,
    isDone,
    hurry,
    stop(): void {
      stopped = true
      clearTimeout(timer)
    },
  }
}
