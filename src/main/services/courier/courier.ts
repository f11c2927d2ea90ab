import { statfsSync, statSync } from 'node:fs'
import type { CourierExportView, CourierImportView } from '#shared/contract/views.ts'
import { isHeldByKiosk, SUBMISSION_STATES } from '#shared/domain/submission/states.ts'
import type { Clock, LogEntry } from '../../app/app.ts'
import type { Audit } from '../audit/index.ts'
import { verifyReceipt, verifyWithdrawal } from '../central-api/index.ts'
import type { Enrolments } from '../enrolment/index.ts'
import { type Cancellations, correctsAtCentral, type Settle } from '../queue/index.ts'
import type { CancellationRow, Store } from '../store/index.ts'
import type { Packets } from '../vault/index.ts'
import { findFolder, findWritableFolder } from './check-folder.ts'
import { readReceipts } from './read-receipts.ts'
import {
  bytesToCopy,
  type CourierPacket,
  type CourierProgress,
  PacketUnfit,
  writeStick,
} from './write-stick.ts'

type Deps = {
  readonly dataDir: string
  readonly store: Store
  readonly packets: Packets
  readonly enrolment: Enrolments
  readonly settle: Settle
  readonly cancellations: Pick<Cancellations, 'confirmed'>
  readonly audit: Audit
  readonly clock: Clock
  readonly log: (entry: LogEntry) => void
  readonly onProgress: (progress: CourierProgress) => void
  /** Told which submissions have a receipt now. */
  readonly onSettled: (ids: string[]) => void
}

const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size

/** Room left on the stick for what it keeps for itself. */
const MARGIN_BYTES = 1_000_000

/** Carries packets and withdrawals to the central on a stick, for offices without any network, and brings answers back. */
export function createCourier(deps: Deps) {
  const { dataDir, store, packets, enrolment, audit, clock } = deps
  let busy = false

  /** Everything that this kiosk alone holds, also what waits for a person: a stick may reach what a line did not. */
  const waiting = (): CourierPacket[] =>
    SUBMISSION_STATES.filter(isHeldByKiosk)
      .flatMap((state) => store.submissions.listByState(state))
      // What was called off does not travel any more.
      .filter(({ id }) => store.cancellations.find(id) === undefined)
      .map(({ id, packetSha256, packetBytes, corrects }) => ({
        id,
        sha256: packetSha256,
        bytes: packetBytes,
        path: packets.pathOf(id),
        ...correctsAtCentral(store, corrects),
      }))

  /** What the central has to be told was called off; not while its packet is on its way by network. */
  const withdrawals = (): CancellationRow[] =>
    store.cancellations
      .listPending()
      .filter(({ submissionId }) => store.submissions.find(submissionId)?.state !== 'sedang-dikirim')

  /** Not when the network has taken it away in the meantime. */
  const isHeld = (id: string): boolean => {
    const record = store.submissions.find(id)
    return record !== undefined && isHeldByKiosk(record.state)
  }

  async function exportTo(chosen: string, staffId: string): Promise<CourierExportView> {
    const folder = findWritableFolder(chosen, dataDir)
    if (!folder.ok) return { kind: 'refused', reason: folder.error }
    const device = enrolment.current()
    if (!device) return { kind: 'refused', reason: 'not-enrolled' }
    const all = waiting()
    const calledOff = withdrawals()
    if (all.length + calledOff.length === 0) return { kind: 'refused', reason: 'nothing-waiting' }
    const bytes = all.reduce((sum, packet) => sum + packet.bytes, 0)
    // Whatever is seen at once not to be whole is not noted as put on a stick.
    const unfit = all.filter(({ path, bytes }) => sizeOf(path) !== bytes).map(({ id }) => id)
    for (;;) {
      const fit = all.filter(({ id }) => !unfit.includes(id))
      const room = roomOn(folder.value)
      if (room === undefined) return { kind: 'refused', reason: 'stick-lost' }
      if (room < bytesToCopy(folder.value, device.deviceId, fit) + MARGIN_BYTES)
        return { kind: 'refused', reason: 'no-room' }
      // Noted before: a stick that is pulled out half way may hold it all the same.
      const at = clock.now().toISOString()
      store.transaction(() => {
        for (const { id } of fit) store.submissions.setExported(id, at)
      })
      try {
        const { copied } = await writeStick(
          folder.value,
          device,
          { packets: fit, withdrawals: calledOff },
          clock.now(),
          deps.onProgress,
        )
        audit.record('courier.exported', { staffId, detail: `${fit.length}` })
        return {
          kind: 'done',
          packets: fit.length,
          copied,
          bytes,
          unfit: unfit.filter(isHeld).length,
          withdrawals: calledOff.length,
        }
      } catch (cause) {
        // One packet that is not whole must not hold up the others; the queue will say what is wrong with it.
        if (cause instanceof PacketUnfit) unfit.push(cause.id)
        else return { kind: 'refused', reason: reasonOf(cause) }
      }
    }
  }

  /** Bytes; undefined when the stick is gone. */
  function roomOn(folder: string): number | undefined {
    try {
      const { bavail, bsize } = statfsSync(folder)
      return bavail * bsize
    } catch (cause) {
      reasonOf(cause)
      return undefined
    }
  }

  function reasonOf(cause: unknown): 'no-room' | 'stick-lost' {
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
    deps.log({ level: 'warn', event: 'courier.failed', detail: { code } })
    return code === 'ENOSPC' || code === 'EDQUOT' ? 'no-room' : 'stick-lost'
  }

  return {
    /** Puts every waiting packet and withdrawal on the stick. They stay in the queue until a receipt comes, by stick or by network. */
    async exportTo(folder: string, staffId: string): Promise<CourierExportView> {
      if (busy) return { kind: 'refused', reason: 'busy' }
      busy = true
      return exportTo(folder, staffId).finally(() => {
        busy = false
      })
    },

    /** Takes the central's answers from a stick. Each is verified like one from the network; nothing else is believed. */
    async importReceipts(chosen: string, staffId: string): Promise<CourierImportView> {
      // Only read: a stick may come back with its write lock on.
      const folder = findFolder(chosen, dataDir)
      if (!folder.ok) return { kind: 'refused', reason: folder.error }
      const device = enrolment.current()
      if (!device) return { kind: 'refused', reason: 'not-enrolled' }
      const receipts = readReceipts(folder.value, device.deviceId)
      if (!receipts.ok) return { kind: 'refused', reason: receipts.error }
      const settled: string[] = []
      const calledOff: string[] = []
      let known = 0
      let invalid = 0
      let notTaken = 0
      for (const item of receipts.value.items) {
        const record = store.submissions.find(item.submissionId)
        if (item.kind === 'withdrawn') {
          if (!(await verifyWithdrawal(item, device.receiptKey))) invalid += 1
          else if (deps.cancellations.confirmed(item.submissionId)) calledOff.push(item.submissionId)
          else known += 1
        } else if (item.kind !== 'received') notTaken += record && isHeldByKiosk(record.state) ? 1 : 0
        else if (record && !isHeldByKiosk(record.state)) known += 1
        else {
          const packet = { submissionId: item.submissionId, sha256: record?.packetSha256 ?? '' }
          const receipt = await verifyReceipt(item, packet, device.receiptKey)
          if (receipt.ok && deps.settle(item.submissionId, receipt.value.jws)) settled.push(item.submissionId)
          else invalid += 1
        }
      }
      audit.record('courier.receipts', { staffId, detail: `${settled.length}` })
      if (invalid > 0) deps.log({ level: 'error', event: 'courier.receipts-refused', detail: { invalid } })
      if (settled.length > 0) deps.onSettled(settled)
      return {
        kind: 'done',
        settled: settled.length,
        calledOff: calledOff.length,
        known,
        invalid,
        notTaken,
      }
    },
  }
}
export type Courier = ReturnType<typeof createCourier>
