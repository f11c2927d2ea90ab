import type Database from 'better-sqlite3'
import type { SubmissionState } from '#shared/domain/submission/states.ts'
import { createCountSince, createStateCounts } from './state-counts.ts'

/** A submission as stored. `data` is the working copy, gone (null) after retention; `summary` outlives it. */
export type SubmissionRecord = {
  readonly id: string
  readonly reference: string
  readonly service: string
  readonly state: SubmissionState
  readonly stateSince: string
  readonly submittedAt: string
  readonly petugasId: string
  /** Keyed hash of the NIK: finds duplicates without keeping the number itself. */
  readonly nikKey: Uint8Array
  readonly data: string | null
  readonly summary: string
  readonly packetSha256: string
  readonly packetBytes: number
  readonly uploadUrl: string | null
  /** Bytes of the packet that the central acknowledged so far at that URL; only the store writes it. */
  readonly uploadOffset?: number
  readonly receipt: string | null
  readonly central: string | null
  /** Id of the submission that this one corrects, and of the one that corrects it. */
  readonly corrects: string | null
  readonly correctedBy: string | null
  /** JSON of the fields and pictures that the central named when it did not take the packet. */
  readonly namedParts: string | null
  /** When its packet was last put on a stick. */
  readonly exportedAt: string | null
  /** Kiosk time of the receipt; only the store writes it. */
  readonly sentAt: string | null
}

type Related = 'corrects' | 'correctedBy' | 'namedParts' | 'exportedAt' | 'sentAt'
/** A submission to enter; what relates it to others may be left out. */
export type NewSubmission = Omit<SubmissionRecord, Related> & Partial<Pick<SubmissionRecord, Related>>
const UNRELATED: Pick<SubmissionRecord, Related> = {
  corrects: null,
  correctedBy: null,
  namedParts: null,
  exportedAt: null,
  sentAt: null,
}

/** What happened to a submission, without personal data. */
export type SubmissionEventRow = {
  readonly submissionId: string
  readonly at: string
  readonly from: SubmissionState
  readonly event: string
  readonly to: SubmissionState
  readonly detail: string | null
}

const COLUMNS = `id, reference, service, state, state_since AS stateSince, submitted_at AS submittedAt,
  petugas_id AS petugasId, nik_key AS nikKey, data, summary, packet_sha256 AS packetSha256,
  packet_bytes AS packetBytes, upload_url AS uploadUrl, upload_offset AS uploadOffset, receipt, central, corrects,
  corrected_by AS correctedBy, named_parts AS namedParts, exported_at AS exportedAt, sent_at AS sentAt`

/** Submitted registrations and their history. */
export function createSubmissions(db: Database.Database) {
  const insert = db.prepare(
    `INSERT INTO submission (id, reference, service, state, state_since, submitted_at, petugas_id, nik_key, data,
       summary, packet_sha256, packet_bytes, upload_url, receipt, central, corrects,
       corrected_by, named_parts, exported_at)
     VALUES (@id, @reference, @service, @state, @stateSince, @submittedAt, @petugasId, @nikKey, @data,
       @summary, @packetSha256, @packetBytes, @uploadUrl, @receipt, @central, @corrects,
       @correctedBy, @namedParts, @exportedAt)`,
  )
  const one = db.prepare<[string], SubmissionRecord>(`SELECT ${COLUMNS} FROM submission WHERE id = ?`)
  const byReference = db.prepare<[string], SubmissionRecord>(
    `SELECT ${COLUMNS} FROM submission WHERE reference = ?`,
  )
  const byNik = db.prepare<[Buffer, string], SubmissionRecord>(
    `SELECT ${COLUMNS} FROM submission WHERE nik_key = ? AND id <> ? AND state NOT IN ('dibatalkan', 'kedaluwarsa', 'ditolak')
     ORDER BY submitted_at DESC LIMIT 1`,
  )
  const page = db.prepare<[string, number], SubmissionRecord>(
    `SELECT ${COLUMNS} FROM submission WHERE id < ? ORDER BY id DESC LIMIT ?`,
  )
  const byState = db.prepare<[string], SubmissionRecord>(
    `SELECT ${COLUMNS} FROM submission WHERE state = ? ORDER BY submitted_at`,
  )
  const underWay = db.prepare<[string, number], SubmissionRecord>(
    `SELECT ${COLUMNS} FROM submission WHERE id > ? AND receipt IS NOT NULL AND state IN
       ('terkirim', 'menunggu-profil', 'menunggu-verifikasi', 'terverifikasi', 'ditolak') ORDER BY id LIMIT ?`,
  )
  const ids = db.prepare<[], string>('SELECT id FROM submission').pluck()
  // Read from an index alone: the rows themselves, with their working copies, may be a hundred thousand.
  const unsent = `FROM submission INDEXED BY submission_unsent WHERE receipt IS NULL AND state <> 'dibatalkan'
    AND NOT EXISTS (SELECT 1 FROM cancellation WHERE cancellation.submission_id = submission.id)`
  const unsentIds = db.prepare<[], string>(`SELECT id ${unsent}`).pluck()
  const withoutJob = db
    .prepare<[], string>(
      `SELECT id ${unsent} AND state = 'antre' AND NOT EXISTS (SELECT 1 FROM job WHERE submission_id = id)`,
    )
    .pluck()
  const counts = createStateCounts(db)
  const stateOf = db.prepare<[string], SubmissionState>('SELECT state FROM submission WHERE id = ?').pluck()
  const setState = db.prepare('UPDATE submission SET state = ?, state_since = ? WHERE id = ?')
  const setUploadUrl = db.prepare('UPDATE submission SET upload_url = ?, upload_offset = 0 WHERE id = ?')
  const setUploadOffset = db.prepare('UPDATE submission SET upload_offset = ? WHERE id = ?')
  const setReceipt = db.prepare(
    `UPDATE submission SET receipt = ?, sent_at = state_since, upload_url = NULL, upload_offset = 0 WHERE id = ?`,
  )
  const setCentral = db.prepare('UPDATE submission SET central = ? WHERE id = ?')
  const setCorrectedBy = db.prepare('UPDATE submission SET corrected_by = ? WHERE id = ?')
  const reopen = db.prepare('UPDATE submission SET corrected_by = NULL WHERE id = ? AND corrected_by = ?')
  const setNamedParts = db.prepare('UPDATE submission SET named_parts = ? WHERE id = ?')
  const setExported = db.prepare('UPDATE submission SET exported_at = ? WHERE id = ?')
  const sinceThen = createCountSince(db)
  const since = db.prepare<[string, number], { summary: string; corrects: string | null }>(
    'SELECT summary, corrects FROM submission WHERE submitted_at >= ? ORDER BY submitted_at DESC LIMIT ?',
  )
  const eraseData = db.prepare('UPDATE submission SET data = NULL WHERE id = ?')
  const erasable = db.prepare<[string], SubmissionRecord>(
    `SELECT ${COLUMNS} FROM submission WHERE data IS NOT NULL
     AND (state IN ('terverifikasi', 'aktif', 'ditolak', 'kedaluwarsa', 'dibatalkan')
       OR (state IN ('terkirim', 'menunggu-profil', 'menunggu-verifikasi') AND sent_at < ?))`,
  )
  const addEvent = db.prepare(
    `INSERT INTO submission_event (submission_id, at, from_state, event, to_state, detail)
     VALUES (@submissionId, @at, @from, @event, @to, @detail)`,
  )
  const events = db.prepare<[string], SubmissionEventRow>(
    `SELECT submission_id AS submissionId, at, from_state AS "from", event, to_state AS "to", detail
     FROM submission_event WHERE submission_id = ? ORDER BY id`,
  )
  return {
    insert(row: NewSubmission): void {
      insert.run({ ...UNRELATED, ...row, nikKey: Buffer.from(row.nikKey) })
      counts.forget(row.state)
      sinceThen.forget()
    },
    find: (id: string) => one.get(id),
    findByReference: (reference: string) => byReference.get(reference),
    /** The newest living one with this NIK, other than `exceptId`. */
    findByNik: (nikKey: Uint8Array, exceptId = '') => byNik.get(Buffer.from(nikKey), exceptId),
    /** Every one in turn, newest first; `before` is the last id of the page before, or 'g' (after every UUID). */
    page: (before: string, limit: number) => page.all(before, limit),
    listByState: (state: SubmissionState) => byState.all(state),
    /** Those that the central has and may still report about, by id; `after` is the last id of the page before, or ''. */
    listUnderWay: (after: string, limit: number) => underWay.all(after, limit),
    /** Ids of all submissions, as a set: a start holds every packet on disk against it. */
    allIds: () => new Set(ids.all()),
    /** Ids of those that only this kiosk holds and that are not called off. */
    unsentIds: () => new Set(unsentIds.all()),
    /** Ids of those that wait without a job. */
    idsWithoutJob: () => withoutJob.all(),
    countByState: counts.all,
    setState(id: string, state: SubmissionState, at: string): void {
      counts.forget(stateOf.get(id), state)
      setState.run(state, at, id)
    },
    setUploadUrl(id: string, url: string | null): void {
      setUploadUrl.run(url, id)
    },
    setUploadOffset(id: string, bytes: number): void {
      setUploadOffset.run(bytes, id)
    },
    /** In the transaction that made it *Terkirim*: that moment counts. */
    setReceipt(id: string, receipt: string): void {
      setReceipt.run(receipt, id)
    },
    setCentral(id: string, central: string): void {
      setCentral.run(central, id)
    },
    /** @param by id of the correction */
    setCorrectedBy(id: string, by: string): void {
      setCorrectedBy.run(by, id)
    },
    /** A correction was called off: what it corrected can be corrected again, unless another one took its place. */
    reopen(id: string, by: string): void {
      reopen.run(id, by)
    },
    setNamedParts(id: string, parts: string | null): void {
      setNamedParts.run(parts, id)
    },
    setExported(id: string, at: string): void {
      setExported.run(at, id)
    },
    /** How many were submitted since a time, and the newest of them. */
    countSince: sinceThen.count,
    listSince: (at: string, limit: number) => since.all(at, limit),
    eraseData(id: string): void {
      eraseData.run(id)
    },
    /** Submissions that are decided, voided, or were sent before `sentBefore`, and whose working copy is still kept. */
    listErasable: (sentBefore: string) => erasable.all(sentBefore),
    addEvent(row: SubmissionEventRow): void {
      addEvent.run(row)
    },
    events: (id: string) => events.all(id),
  }
}
export type Submissions = ReturnType<typeof createSubmissions>
