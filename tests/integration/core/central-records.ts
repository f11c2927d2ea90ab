import { join } from 'node:path'
import Database from 'better-sqlite3'

/** What the central has taken in, straight from its database: ids as often as they stand there, oldest first. */
export function receivedAt(centralDir: string): string[] {
  const db = new Database(join(centralDir, 'central.sqlite'), { readonly: true })
  try {
    return db
      .prepare<[], { id: string }>('SELECT id FROM submissions ORDER BY received_at')
      .all()
      .map((row) => row.id)
  } finally {
    db.close()
  }
}

/** Every submission that the central holds, and which one it corrects, oldest first. */
export function correctionsAt(centralDir: string): { id: string; corrects: string | null }[] {
  const db = new Database(join(centralDir, 'central.sqlite'), { readonly: true })
  try {
    return db
      .prepare<[], { id: string; corrects: string | null }>(
        'SELECT id, corrects FROM submissions ORDER BY received_at, id',
      )
      .all()
  } finally {
    db.close()
  }
}

/** As if the registrant had typed every code that was owed: the verdict falls when the central is asked next. */
export function confirmCodes(centralDir: string, id: string): void {
  const db = new Database(join(centralDir, 'central.sqlite'))
  try {
    db.prepare('UPDATE links SET done_at = sent_at WHERE submission_id = ?').run(id)
    db.prepare('UPDATE submissions SET decide_at = received_at WHERE id = ?').run(id)
  } finally {
    db.close()
  }
}

/** NIKs of the registrations that the central opened, in the order of their reports in the changes feed. */
export function openedNiks(centralDir: string): string[] {
  const db = new Database(join(centralDir, 'central.sqlite'), { readonly: true })
  try {
    const rows = db
      .prepare<[], { payload: string }>('SELECT payload FROM submissions WHERE payload IS NOT NULL')
      .all()
    return rows.map((row) => (JSON.parse(row.payload) as { values: { nik: string } }).values.nik)
  } finally {
    db.close()
  }
}
