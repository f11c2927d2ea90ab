import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { removeWhenEmpty } from '../services/files/index.ts'
import type { KeyProvider } from '../services/vault/index.ts'

/** Everything that a first start makes in the data folder. */
const MADE = /^(kiosk\.db(-wal|-shm|-journal)?|data-key\.json(\.part)?|packets|central|backups|\.probe-\d+)$/

/**
 * Notes what is in a data folder before its very first start, so that a start that fails leaves nothing behind: no key
 * that nobody needs, no folder that the next start takes for damaged data. To be used only where no data are yet.
 */
export function noteFreshStart(dataDir: string, keys: KeyProvider) {
  const before = new Set(existsSync(dataDir) ? readdirSync(dataDir) : [])
  /** Folders that were made for it, outermost first. */
  const folders: string[] = []
  return {
    folders,
    undo(): void {
      keys.undo?.()
      if (existsSync(dataDir)) {
        for (const name of readdirSync(dataDir)) {
          if (MADE.test(name) && !before.has(name))
            rmSync(join(dataDir, name), { recursive: true, force: true })
        }
      }
      for (const folder of folders.reverse()) removeWhenEmpty(folder)
    },
  }
}
