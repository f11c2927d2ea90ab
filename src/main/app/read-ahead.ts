import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Store } from '../services/store/index.ts'

/**
 * Reads the texts that the petugas' list searches, a slice at a time with calls answered in between: at a hundred thousand
 * rows the first search would wait for them.
 * @returns stops it
 */
export function readAhead({ submissionList }: Pick<Store, 'submissionList'>): () => void {
  let stopped = false
  async function run(): Promise<void> {
    await nextTurn()
    while (!stopped && !submissionList.readSearchTexts()) await nextTurn()
  }
  // A fault of the disk: the search itself will meet and tell it.
  void run().catch(() => undefined)
  return () => {
    stopped = true
  }
}
