import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { isHeldByKiosk, type SubmissionState } from '#shared/domain/submission/states.ts'
import { unlock } from '../../../src/main/services/store/copy-database.ts'

type Row = {
  readonly id: string
  readonly reference: string
  readonly state: SubmissionState
  readonly sha256: string
  readonly hasData: 0 | 1
}

/** What lies on the disk of a kiosk that does not run. */
export type Peek = {
  readonly version: number
  readonly rows: readonly Row[]
  readonly drafts: number
  /** Pictures of drafts and of working copies. */
  readonly photos: number
  /** Ids of registrations that only this kiosk has and whose packet is not there, whole. */
  readonly withoutPacket: readonly string[]
}

/** Looks at a copy: opening the files themselves would mend what the next start has to mend. */
export function peek(dataDir: string, dataKey: Uint8Array): Peek {
  const copy = mkdtempSync(join(tmpdir(), 'kiosk-peek-'))
  for (const name of ['kiosk.db', 'kiosk.db-wal']) {
    if (existsSync(join(dataDir, name))) copyFileSync(join(dataDir, name), join(copy, name))
  }
  const db = new Database(join(copy, 'kiosk.db'))
  try {
    unlock(db, dataKey)
    const version = Number(db.pragma('user_version', { simple: true }))
    const count = (table: string) => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
    const rows = db
      .prepare<[], Row>(
        `SELECT id, reference, state, packet_sha256 AS sha256, data IS NOT NULL AS hasData FROM submission`,
      )
      .all()
    const isWhole = ({ id, sha256 }: Row): boolean => {
      const path = join(dataDir, 'packets', `${id}.age`)
      return existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256
    }
    return {
      version,
      rows,
      drafts: count('draft'),
      photos: version === 1 ? count('draft_photo') + count('submission_photo') : count('photo'),
      withoutPacket: rows.filter((row) => isHeldByKiosk(row.state) && !isWhole(row)).map((row) => row.id),
    }
  } finally {
    db.close()
    rmSync(copy, { recursive: true, force: true })
  }
}
