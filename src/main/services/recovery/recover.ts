import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { writeStick } from '../courier/index.ts'
import { correctsAtCentral, createSubmissionLog, enterCancellation } from '../queue/index.ts'
import { openStore, type Store, type SubmissionRecord } from '../store/index.ts'
import { FOLLOWED } from '../sync/index.ts'
import { createPackets, openWithRecoveryKey, recordKeyOf, writeDurably } from '../vault/index.ts'
import { type CalledOff, findRecoverable, type Recoverable } from './find-recoverable.ts'
import { type DeadKiosk, openDeadKiosk } from './open-dead-kiosk.ts'

/** What was brought over: counts, and the ids of what a person has to look into. */
export type RecoveryReport = {
  readonly packets: number
  readonly history: number
  /** Withdrawals that the central does not know of yet, carried on by whoever takes over. */
  readonly withdrawals: number
  /** There before: a recovery may be repeated. */
  readonly known: number
  readonly lost: readonly string[]
  readonly unexplained: readonly string[]
}

/** The dead kiosk's database is unreadable, so its device key is gone and nothing can be signed in its name. */
export class NoDeviceKey extends Error {
  override name = 'NoDeviceKey'
}

const DeviceIdentity = z.object({
  deviceId: z.string(),
  privateKey: z.record(z.string(), z.unknown()),
})

async function withDead<T>(
  from: string,
  identities: readonly string[],
  now: Date,
  work: (dead: DeadKiosk, found: Recoverable) => Promise<T>,
): Promise<T> {
  const dead = await openDeadKiosk(from, identities, now)
  try {
    return await work(dead, findRecoverable(dead))
  } finally {
    dead.close()
  }
}

/** Puts a dead kiosk's waiting packets on a stick, in its name, for `central:import` (docs/courier.md). */
export function recoverToStick(
  from: string,
  identities: readonly string[],
  folder: string,
  now: Date,
): Promise<RecoveryReport> {
  return withDead(from, identities, now, async ({ store }, { waiting, calledOff, lost, unexplained }) => {
    const device = store.settings.find('enrolment', DeviceIdentity)
    if (!device) throw new NoDeviceKey('the database of this kiosk cannot be read')
    const packets = waiting.map(({ record, path }) => ({
      id: record.id,
      sha256: record.packetSha256,
      bytes: record.packetBytes,
      path,
      ...correctsAtCentral(store, record.corrects),
    }))
    const withdrawals = calledOff.filter(isPending).map(({ cancellation }) => cancellation)
    const { copied } = await writeStick(folder, device, { packets, withdrawals }, now)
    return {
      packets: copied,
      history: 0,
      withdrawals: withdrawals.length,
      known: packets.length - copied,
      lost,
      unexplained,
    }
  })
}

/**
 * Brings a dead kiosk's packets and its list of registrations to another kiosk, which must not be running and must be
 * wrapped for the same recovery key. Each packet is copied durably before its submission is entered. May be repeated.
 */
export function recoverToKiosk(
  from: string,
  identities: readonly string[],
  to: string,
  now: Date,
): Promise<RecoveryReport> {
  return withDead(from, identities, now, async (_dead, found) => {
    const dataKey = await openWithRecoveryKey(to, identities)
    const store = openStore(to, dataKey, 'real')
    try {
      const target = createPackets(to, recordKeyOf(dataKey))
      const isNew = ({ id }: SubmissionRecord) => store.submissions.find(id) === undefined
      const waiting = found.waiting.filter(({ record }) => isNew(record))
      const history = found.history.filter(isNew)
      const ended = found.calledOff.filter(({ record }) => isNew(record))
      const endedHere = found.calledOff.filter(({ record }) => !isNew(record))
      const submissions = createSubmissionLog(store, { now: () => now }, { now: () => now })
      for (const { record, path } of waiting) copyPacket(path, target.pathOf(record.id), record.packetSha256)
      const at = now.toISOString()
      store.transaction(() => {
        for (const { record } of waiting) {
          enter(store, { ...record, state: 'antre', stateSince: at }, at)
          store.jobs.add(record.id, at)
        }
        for (const record of history) enter(store, record, at)
        // The central reports about them here only when this kiosk asks (following.ts).
        store.settings.remove(FOLLOWED)
        for (const one of ended) enterCalledOff(store, one, at)
        // Taken over earlier, called off by the dead kiosk after that: nothing is sent of these any more.
        for (const { cancellation } of endedHere)
          enterCancellation(store, submissions, { ...cancellation, way: 'withdraw' }, at)
        const detail = String(waiting.length)
        store.audit.add({ at, staffId: null, action: 'kiosk.recovered', subject: null, detail })
      })
      // The packets carry the dead kiosk's record, which this one cannot read: a backup must know them at once.
      store.backUp(now)
      return {
        packets: waiting.length,
        history: history.length + ended.length,
        withdrawals: found.calledOff.filter(isPending).length,
        known:
          found.waiting.length + found.history.length + endedHere.length - waiting.length - history.length,
        lost: found.lost,
        unexplained: found.unexplained,
      }
    } finally {
      store.close()
    }
  })
}

function copyPacket(from: string, to: string, sha256: string): void {
  writeDurably(to, readFileSync(from))
  if (createHash('sha256').update(readFileSync(to)).digest('hex') === sha256) return
  rmSync(to)
  throw new Error('a packet could not be copied whole')
}

const isPending = ({ cancellation }: CalledOff): boolean => cancellation.nextAt !== null

/** One that was called off stays so; what the central has to be told is due at once. */
function enterCalledOff(store: Store, { record, cancellation }: CalledOff, at: string): void {
  const state = record.state === 'sedang-dikirim' ? 'antre' : record.state
  enter(store, { ...record, state }, at)
  store.cancellations.add({ ...cancellation, nextAt: cancellation.nextAt === null ? null : at })
}

/** Without the working copy: that stays with the dead kiosk. */
function enter(store: Store, record: SubmissionRecord, at: string): void {
  store.submissions.insert({ ...record, data: null, uploadUrl: null })
  store.submissions.addEvent({
    submissionId: record.id,
    at,
    from: record.state,
    event: 'recovered',
    to: record.state,
    detail: null,
  })
}

/** Reads secret keys from a file as `age-keygen` writes it, or as it was copied from paper: one a line, # for remarks. */
export function readIdentities(path: string): string[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/\s/g, '').toUpperCase())
    .filter((line) => line.startsWith('AGE-SECRET-KEY-1'))
}
