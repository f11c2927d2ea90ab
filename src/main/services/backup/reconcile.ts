import { z } from 'zod'
import { isHeldByKiosk } from '#shared/domain/submission/states.ts'
import type { Clock, LogEntry } from '../../app/app.ts'
import type { Audit } from '../audit/index.ts'
import { endVoid, enterCancellation, type Settle, type SubmissionLog } from '../queue/index.ts'
import { BACKUP_MARK, type Store, type SubmissionRecord } from '../store/index.ts'
import type { CalledOffRecord, FoundPacket, PacketRecord, Packets, SentRecord } from '../vault/index.ts'

/** What the petugas has to be told after a start, until somebody has read it. */
export const StartNotice = z.object({
  kind: z.enum(['database-restored', 'packets-found']),
  at: z.iso.datetime(),
  /** How old the database is that was brought back. */
  backupAt: z.iso.datetime().nullable(),
  /** Registrations that only their packets still knew. */
  packets: z.int(),
})
export type StartNotice = z.infer<typeof StartNotice>
export const NOTICE_SETTING = 'notice'

const BackupMark = z.object({ at: z.iso.datetime() })

type Deps = {
  readonly store: Store
  readonly packets: Packets
  readonly settle: Settle
  readonly submissions: SubmissionLog
  readonly audit: Audit
  readonly clock: Clock
  readonly log: (entry: LogEntry) => void
}

/**
 * At every start, before drafts are swept: holds the packets on disk against the database, which may have been brought
 * back from a backup or have lost its newest pages. A packet that neither a submission nor a draft explains is
 * registered again from its own record; a sent one counts as sent again, and one that was called off stays called off.
 * Nothing is thrown away here.
 */
export function reconcile(deps: Deps): void {
  const { store, packets, audit, clock } = deps
  const mark = store.settings.find(BACKUP_MARK, BackupMark)
  const known = store.submissions.allIds()
  const unknown = packets.listIds().filter((id) => !known.has(id) && !explainedByDraft(deps, id))
  const found = unknown.map((id) => packets.read(id))
  const sent = packets.listSent()
  const calledOff = packets.listCalledOff()
  const at = clock.now().toISOString()
  const added = store.transaction(() => {
    // First: what was sent must not be taken for something that a correction replaced.
    const remembered = sent.filter((record) => remember(deps, record, at)).length
    const registered = found.filter((packet) => register(deps, packet, at)).length
    // Last: what was called off may be among the packets and the sent ones.
    const ended = calledOff.filter((record) => callOffAgain(deps, record, at)).length
    if (mark) {
      store.settings.remove(BACKUP_MARK)
      audit.record('kiosk.restored', { detail: mark.at })
    }
    if (mark || registered > 0) {
      const kind = mark ? 'database-restored' : 'packets-found'
      const notice: StartNotice = { kind, at, backupAt: mark?.at ?? null, packets: registered }
      store.settings.set(NOTICE_SETTING, notice)
    }
    return { registered, remembered, ended }
  })
  if (mark || added.registered > 0) deps.log({ level: 'error', event: 'packets.registered', detail: added })
  for (const packet of found) {
    if (packet.record) continue
    deps.log({ level: 'error', event: 'packet.unexplained' })
    packets.setAside(packet.id)
  }
}

/** A submit was cut off between packet and commit: the draft is still whole and will be offered again. */
const explainedByDraft = ({ store }: Deps, id: string): boolean => store.drafts.find(id) !== undefined

function register(deps: Deps, { record, sha256, bytes }: FoundPacket, at: string): boolean {
  // Sent and remembered just now; the next sweep removes the packet.
  if (!record || deps.store.submissions.find(record.id)) return false
  insert(deps, record, { state: 'antre', sha256, bytes, receipt: null }, at)
  deps.store.jobs.add(record.id, at)
  return true
}

/** The database does not know that this one was sent, or does not know it at all. */
function remember(deps: Deps, record: SentRecord, at: string): boolean {
  const { store, settle } = deps
  const known = store.submissions.find(record.id)
  if (!known) {
    const { sha256, bytes, receipt } = record
    insert(deps, record, { state: 'terkirim', sha256, bytes, receipt }, at)
    return true
  }
  return isHeldByKiosk(known.state) && settle(record.id, record.receipt)
}

/** The database does not know that this one was called off, or does not know it at all. */
function callOffAgain(deps: Deps, record: CalledOffRecord, at: string): boolean {
  const { id, sha256, bytes, receipt, way, reason, staffId } = record
  if (!deps.store.submissions.find(id)) {
    const state = receipt === null ? 'antre' : 'terkirim'
    insert(deps, record, { state, sha256, bytes, receipt }, at)
  }
  const known = { submissionId: id, way, reason, note: null, staffId, at: record.at }
  return enterCancellation(deps.store, deps.submissions, known, at)
}

/** A correction takes its place again, and what it replaced because the central never took it stays replaced. */
function linkCorrection({ store, submissions }: Deps, id: string, corrects: string): void {
  const before = store.submissions.find(corrects)
  const replaced = [before, before?.correctedBy ? store.submissions.find(before.correctedBy) : undefined]
  store.submissions.setCorrectedBy(corrects, id)
  for (const old of replaced) {
    if (old?.state !== 'perlu-tindakan' || old.id === id) continue
    store.submissions.setCorrectedBy(old.id, id)
    endVoid(store, submissions, old.id, 'corrected')
  }
}

function insert(
  deps: Deps,
  record: PacketRecord,
  packet: {
    state: SubmissionRecord['state']
    sha256: string
    bytes: number
    receipt: string | null
  },
  at: string,
): void {
  const { store } = deps
  const { id, reference, service, submittedAt, petugasId, summary } = record
  store.submissions.insert({
    id,
    reference,
    service,
    state: packet.state,
    stateSince: at,
    submittedAt,
    petugasId,
    nikKey: Buffer.from(record.nikKey, 'base64'),
    data: null,
    summary,
    packetSha256: packet.sha256,
    packetBytes: packet.bytes,
    uploadUrl: null,
    receipt: packet.receipt,
    central: null,
    corrects: record.corrects ?? null,
  })
  if (record.corrects) linkCorrection(deps, id, record.corrects)
  store.submissions.addEvent({
    submissionId: id,
    at,
    from: 'draf',
    event: 'submit',
    to: packet.state,
    detail: 'from-packet',
  })
}
