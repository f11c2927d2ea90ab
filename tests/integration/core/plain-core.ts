import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallInput, CallOutput } from '#shared/contract/contract.ts'
import { keepDaysOf } from '#shared/domain/submission/retention.ts'
import type { LogEntry } from '../../../src/main/app/app.ts'
import { createIdSource } from '../../../src/main/app/ids.ts'
import { createAudit } from '../../../src/main/services/audit/index.ts'
import { createKioskTime } from '../../../src/main/services/kiosk-time/index.ts'
import {
  createCancellations,
  createRetention,
  createRetentionDays,
  createSettle,
  createSubmissionLog,
  createSubmitter,
} from '../../../src/main/services/queue/index.ts'
import { openStore } from '../../../src/main/services/store/index.ts'
import { createPackets } from '../../../src/main/services/vault/index.ts'
import {
  createAccessCheck,
  createCompanyCheck,
  createContactChecks,
  createVisits,
} from '../../../src/main/services/visit/index.ts'
import { createTestClock } from '../../helpers/clock.ts'
import { findTraces, type Needles } from '../../helpers/find-traces.ts'
import { type Call, CallError } from '../../helpers/kiosk.ts'

const PETUGAS = { id: 'petugas-1', name: 'Petugas Contoh', role: 'petugas' } as const

/**
 * The services around one real database that is NOT encrypted, so that its bytes can be searched for what should
 * be gone. Nothing but the encryption and the central is left out.
 */
export function createPlainCore(recipients: readonly string[] = []) {
  const root = mkdtempSync(join(tmpdir(), 'kiosk-plain-'))
  const dataDir = join(root, 'data')
  // Whatever a part of ours puts into the system's temporary folder is searched too.
  const systemTmp = process.env.TMPDIR
  process.env.TMPDIR = join(root, 'tmp')
  mkdirSync(process.env.TMPDIR)
  mkdirSync(dataDir)
  const clock = createTestClock()
  const store = openStore(dataDir, null, 'real')
  const time = createKioskTime({ store, clock, builtAt: new Date(0), log: () => undefined })
  const audit = createAudit(store.audit, clock)
  const log = (entry: LogEntry): void => appendFileSync(join(root, 'kiosk.log'), `${JSON.stringify(entry)}\n`)
  const retentionDays = createRetentionDays(store.settings)
  const keyedHash = (text: string) => createHash('sha256').update(`uji ${text}`).digest()
  const submissions = createSubmissionLog(store, clock, time)
  const packets = createPackets(dataDir, randomBytes(32))
  const visits = createVisits({
    store,
    clock,
    time,
    audit,
    newId: createIdSource(clock, randomBytes),
    readKtp: async () => ({ reading: { kind: 'no-card' }, card: null }),
    contactChecks: createContactChecks(
      () => null,
      () => false,
    ),
    accessCheck: createAccessCheck(
      () => null,
      () => false,
    ),
    companyCheck: createCompanyCheck(
      () => null,
      () => false,
    ),
    regionKnown: () => true,
    kmFromRegency: () => undefined,
    keepDays: () => keepDaysOf(retentionDays.get()),
    isArea: () => true,
    findDuplicate: () => null,
    onChange: () => undefined,
  })
  const submit = createSubmitter({
    store,
    packets,
    submissions,
    clock,
    random: randomBytes,
    keyedHash,
    log,
  })

  return {
    root,
    dataDir,
    log,
    clock,
    keyedHash,
    store,
    visits,
    packets,
    submissions,
    cancellations: createCancellations({
      store,
      submissions,
      packets,
      audit,
      clock,
      random01: () => 1,
      api: () => null,
      onChange: () => undefined,
      log,
    }),
    settle: createSettle({ store, submissions, packets }),
    retention: createRetention({ store, packets, time, audit, days: retentionDays.get }),
    setRetention: retentionDays.set,
    petugas: PETUGAS,
    /** Seals and queues the visit; answers its id. */
    async submit(photoBytes = 5_000_000): Promise<string> {
      const ready = visits.readyToSubmit()
      if (!ready.ok) throw new Error(JSON.stringify(ready.error))
      const limits = { packetBytes: 20_000_000, photoBytes }
      const to = { recipients, limits, office: { code: '62', name: 'LPSE Contoh' } }
      const submitted = await submit(ready.value, to, () => true)
      if (!submitted.ok) throw new Error(JSON.stringify(submitted.error))
      visits.submitted()
      return submitted.value.id
    },
    /** Which of these stand anywhere in any file of the kiosk, in any way of writing; the database stays open. */
    find: (needles: Needles): string[] => findTraces(root, needles),
    /** The data folder as a power cut at this moment would leave it, in a folder of its own. */
    afterPowerCut(): string {
      const copy = join(root, `power-cut-${randomBytes(4).toString('hex')}`)
      cpSync(dataDir, copy, { recursive: true })
      return copy
    },
    remove(): void {
      store.close()
      if (systemTmp === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = systemTmp
      rmSync(root, { recursive: true, force: true })
    },
  }
}
export type PlainCore = ReturnType<typeof createPlainCore>

/** The visit's calls straight to the service: the door has nothing to do with what stays on disk. */
export const callsOf =
  ({ visits, petugas }: PlainCore): Call =>
  async (channel, input) => {
    const answer = await (async () => {
      switch (channel) {
        case 'visit.start':
          return visits.start(input as CallInput<'visit.start'>, petugas)
        case 'visit.saveStep':
          return visits.saveStep(input as CallInput<'visit.saveStep'>)
        case 'visit.keepPhoto': {
          const { purpose, jpeg } = input as CallInput<'visit.keepPhoto'>
          return visits.keepPhoto(purpose, Buffer.from(jpeg, 'base64'))
        }
        case 'visit.deferCodes': {
          const draft = visits.currentDraft()
          const checks = { ...draft?.checks, 'phone-code': 'deferred', 'email-code': 'deferred' } as const
          return visits.updateChecks(draft?.id ?? '', { checks })
        }
        default:
          throw new Error(`no such call here: ${channel}`)
      }
    })()
    if (!answer.ok) throw new CallError(channel, answer.error)
    return answer.value as CallOutput<typeof channel> as never
  }
