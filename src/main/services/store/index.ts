import { listBackups, makeBackup, makeBackupAside, oldestBackupMs } from './backup-files.ts'
import { isWhole, type OpenOptions, openDatabase } from './open-database.ts'
import { createAuditRepository } from './repositories/audit.ts'
import { createCancellations } from './repositories/cancellations.ts'
import { createDocumentPages } from './repositories/document-pages.ts'
import { createDocumentHandOver, createDocuments } from './repositories/documents.ts'
import { createDrafts } from './repositories/drafts.ts'
import { createJobs } from './repositories/jobs.ts'
import { createPhotoHandOver, createPhotos } from './repositories/photos.ts'
import { createSettings } from './repositories/settings.ts'
import { createStaffRepository } from './repositories/staff.ts'
import { createSubmissionList } from './repositories/submission-list.ts'
import { createSubmissions } from './repositories/submissions.ts'

export { listBackups } from './backup-files.ts'
export { BACKUP_MARK } from './copy-database.ts'
export {
  checkPlace,
  databaseExists,
  ensureWritable,
  isDamage,
  type OpenOptions,
  problemOf,
  StoreProblem,
} from './open-database.ts'
export type { AuditRepository } from './repositories/audit.ts'
export type { CancellationRow } from './repositories/cancellations.ts'
export type { PageInfo, StoredPage } from './repositories/document-pages.ts'
export type { DocumentInfo, StoredDocument } from './repositories/documents.ts'
export type { DraftRow } from './repositories/drafts.ts'
export type { JobRow } from './repositories/jobs.ts'
export type { StoredPhoto } from './repositories/photos.ts'
export type { Settings } from './repositories/settings.ts'
export type { StaffRow } from './repositories/staff.ts'
export type { NewSubmission, SubmissionEventRow, SubmissionRecord } from './repositories/submissions.ts'
export { databaseMissing, restoreNewestBackup } from './restore.ts'
export { eraseSetAside, listSetAside } from './set-aside.ts'

/**
 * Opens the encrypted store and its repositories.
 * @throws StoreProblem when it cannot be opened; nothing was changed then.
 */
export function openStore(
  dataDir: string,
  dataKey: Uint8Array | null,
  mode: 'demo' | 'real',
  options: OpenOptions = {},
) {
  const { db, unchecked } = openDatabase(dataDir, dataKey, mode, options)
  let notes = 0
  const settings = createSettings(db)
  const changes = db.prepare<[], { count: number }>('SELECT total_changes() AS count')
  const total = (): number => changes.get()?.count ?? 0
  const changed = (): number => total() - notes
  let tidied = changed()
  return {
    /** Tables that the start has left to be checked (`isWholeTable`); none of a database of usual size. */
    unchecked,
    isWholeTable: (table: string): boolean => isWhole(db, table),
    settings,
    staff: createStaffRepository(db),
    drafts: createDrafts(db),
    draftPhotos: createPhotos(db, 'draft_id'),
    submissions: createSubmissions(db),
    submissionPhotos: createPhotos(db, 'submission_id'),
    handOverPhotos: createPhotoHandOver(db),
    draftDocuments: createDocuments(db, 'draft_id'),
    draftPages: createDocumentPages(db),
    submissionDocuments: createDocuments(db, 'submission_id'),
    handOverDocuments: createDocumentHandOver(db),
    submissionList: createSubmissionList(db),
    cancellations: createCancellations(db),
    jobs: createJobs(db),
    audit: createAuditRepository(db),
    /** Runs `work` in one transaction: all of it is stored, or nothing. */
    transaction: <T>(work: () => T): T => db.transaction(work).immediate(),
    /**
     * A transaction that a power cut, though no crash of this program, may undo until the next one is flushed: for what
     * the next start finds out by itself. Not within another one.
     */
    transactionUnflushed<T>(work: () => T): T {
      db.pragma('synchronous = NORMAL')
      try {
        return db.transaction(work).immediate()
      } finally {
        db.pragma('synchronous = FULL')
      }
    },
    /** Writes the log back into the database and empties it, so that erased pages do not linger there. */
    truncateLog(): void {
      db.pragma('wal_checkpoint(TRUNCATE)')
    },
    /**
     * Writes the log back into the database, so that no commit has to do that while somebody waits. Nothing to do while
     * only the time was noted (`noteTime`).
     */
    tidyLog(): void {
      const now = changed()
      if (now === tidied) return
      db.pragma('wal_checkpoint(PASSIVE)')
      tidied = now
    },
    /** Rows changed since the store was opened: tells whether a backup would hold anything new. */
    changes: changed,
    /** Keeps a setting that changes every minute; no backup is made for its sake. */
    noteTime(key: string, value: unknown): void {
      settings.set(key, value)
      notes += 1
    },
    /**
     * Makes an encrypted backup without drafts, pictures and working copies, at once; everything else waits.
     * @returns its path
     * @throws when it cannot be made; earlier ones are untouched
     */
    backUp: (at: Date): string => makeBackup(db, dataDir, dataKey, at),
    /**
     * As `backUp`, a slice at a time; the store is used as always in between. One at a time.
     * @param pause settles when the next slice may run
     */
    backUpAside: (at: Date, pause: () => Promise<void>): Promise<string> =>
      makeBackupAside(db, dataDir, dataKey, at, async (run) => {
        await pause()
        const before = total()
        try {
          return run()
        } finally {
          // Rows of the copy, not of the store.
          notes += total() - before
        }
      }),
    /** Whether there is any backup yet. */
    hasBackup: (): boolean => listBackups(dataDir).length > 0,
    /** When the oldest backup that is kept was written, in milliseconds; undefined when there is none. */
    oldestBackupMs: (): number | undefined => oldestBackupMs(dataDir),
    close(): void {
      db.close()
    },
  }
}
export type Store = ReturnType<typeof openStore>
