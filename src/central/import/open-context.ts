import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../context.ts'
import { loadKeys } from '../keys.ts'
import { openDatabase, readMeta } from '../store/database.ts'

/**
 * Opens a central's data directory beside a running central, or without one: SQLite keeps the two apart.
 * @throws when there is no central in it
 */
export async function openContext(
  dataDir: string,
  clock: () => Date = () => new Date(),
): Promise<{ ctx: Context; close(): void }> {
  const file = join(dataDir, 'central.sqlite')
  if (!existsSync(file)) throw new Error(`There is no central in ${dataDir}.`)
  const db = openDatabase(file)
  const ctx: Context = {
    db,
    dataDir,
    keys: await loadKeys(dataDir),
    demo: readMeta(db, 'kind') === 'demo',
    verdictDelayMs: 0,
    office: { code: '', name: '' },
    now: clock,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    log: () => undefined,
    publicUrl: () => '',
  }
  return { ctx, close: () => db.close() }
}
