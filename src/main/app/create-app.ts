import { createHmac, randomBytes } from 'node:crypto'
import type { EventName, EventValue } from '#shared/contract/contract.ts'
import type { AppError } from '#shared/domain/errors.ts'
import { err, type Result } from '#shared/domain/result.ts'
import { createHandlers } from '../handlers/index.ts'
import { createAudit } from '../services/audit/index.ts'
import { createBackups, NOTICE_SETTING, openOrRestore, reconcile, wasUsed } from '../services/backup/index.ts'
import { createStillCameras } from '../services/camera/index.ts'
import { environmentProxy } from '../services/central-api/index.ts'
import { createCourier } from '../services/courier/index.ts'
import { createEnrolment } from '../services/enrolment/index.ts'
import { createKtpReader } from '../services/ocr/index.ts'
import {
  createRetention,
  createRunner,
  createSettle,
  createSubmissionLog,
  createSubmitter,
} from '../services/queue/index.ts'
import { createRecoveryKeys } from '../services/recovery/index.ts'
import { createRegionLookup } from '../services/regions/index.ts'
import { createStaffAuth } from '../services/staff-auth/index.ts'
import {
  databaseExists,
  ensureWritable,
  type Store,
  StoreProblem,
  type SubmissionRecord,
} from '../services/store/index.ts'
import { createSync } from '../services/sync/index.ts'
import {
  createPackets,
  dataKeyExists,
  KeyMissingError,
  loadOrCreateDataKey,
  lookupKeyOf,
  type Packets,
  recordKeyOf,
  WrongKeyError,
} from '../services/vault/index.ts'
import { createCodes, createContactChecks, createVisits, splitReading } from '../services/visit/index.ts'
import type { App, AppEvent, AppOptions } from './app.ts'
import { createBrokenApp } from './broken-app.ts'
import { systemClock } from './clock.ts'
import { createDispatch } from './dispatch.ts'
import { createIdSource } from './ids.ts'
import { createKioskStatus, OFFICE_SETTING, Office } from './kiosk-status.ts'
import { createRateLimiter } from './rate-limiter.ts'
import type { Services } from './services.ts'
import { createSetUp, setUpDemo } from './set-up.ts'

/** How often drafts and erased media are looked at. */
const SWEEP_MS = 60_000
const REFERENCE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function keyProblem(cause: unknown): StoreProblem['reason'] {
  if (cause instanceof KeyMissingError) return 'key-missing'
  return cause instanceof WrongKeyError ? 'wrong-key' : 'damaged'
}

/** Opens everything that holds data; nothing is touched when something is wrong. */
async function openVault(options: AppOptions, random: (bytes: number) => Uint8Array) {
  const mode = options.demo ? 'demo' : 'real'
  const dataDir = options.dataDir
  ensureWritable(dataDir)
  const used = databaseExists(dataDir) || wasUsed(dataDir)
  if (used && !dataKeyExists(dataDir)) throw new StoreProblem('key-missing')
  const dataKey = await loadOrCreateDataKey(dataDir, options.keys, random).catch((cause: unknown) => {
    throw new StoreProblem(keyProblem(cause), cause)
  })
  const lookupKey = lookupKeyOf(dataKey)
  const store = openOrRestore(dataDir, dataKey, mode, options.log ?? (() => undefined))
  const packets = openPackets(dataDir, recordKeyOf(dataKey), store)
  return {
    store,
    packets,
    recovery: createRecoveryKeys(dataDir, dataKey),
    keyedHash: (text: string): Uint8Array => createHmac('sha256', lookupKey).update(text).digest(),
  }
}

function openPackets(dataDir: string, recordKey: Uint8Array, store: Store): Packets {
  try {
    return createPackets(dataDir, recordKey)
  } catch (cause) {
    store.close()
    throw new StoreProblem('not-writable', cause)
  }
}

/**
 * The composition root: builds every service once and answers the running core (see `App`).
 * It always resolves; a store that cannot be opened becomes an app that says so.
 */
export async function createApp(options: AppOptions): Promise<App> {
  const random = options.random ?? randomBytes
  const log = options.log ?? (() => undefined)
  try {
    const vault = await openVault(options, random)
    return await assemble({ ...options, random, log }, vault)
  } catch (cause) {
    if (!(cause instanceof StoreProblem)) throw cause
    log({ level: 'error', event: 'store.problem', detail: { reason: cause.reason } })
    return createBrokenApp(options, cause.reason)
  }
}

async function assemble(
  options: AppOptions & Required<Pick<AppOptions, 'random' | 'log'>>,
  { store, packets, keyedHash, recovery }: Awaited<ReturnType<typeof openVault>>,
): Promise<App> {
  const { random, log } = options
  const clock = options.clock ?? systemClock
  const demo = options.demo !== undefined
  const newId = createIdSource(clock, random)
  const listeners = new Set<(event: AppEvent) => void>()
  const emit = <E extends EventName>(event: E, value: EventValue<E>): void => {
    for (const listen of listeners) listen({ event, value })
  }
  const emitStatus = (): void => emit('app.status', status())

  const audit = createAudit(store.audit, clock)
  const staff = createStaffAuth({ store, audit, clock, newId, random, demo })
  const enrolment = createEnrolment({
    settings: store.settings,
    audit,
    clock,
    log,
    demo,
    url: options.demo?.centralUrl ?? options.centralUrl,
    systemProxy: options.systemProxy ?? ((address) => environmentProxy(address, process.env)),
  })
  /** The central, unless another kind of it answers at its address. */
  const api = () => (sync.isWrongMode() ? null : enrolment.api())
  const submissions = createSubmissionLog(store, clock)
  const submissionChanged = (ids: string[]): void => {
    emit('submissions', { changed: ids })
    emitStatus()
  }
  const settle = createSettle({ store, submissions, packets })
  reconcile({ store, packets, settle, audit, clock, log })
  const backups = createBackups({ store, packets, clock, log })
  const runner = createRunner({
    store,
    packets,
    submissions,
    settle,
    clock,
    random01: () => Buffer.from(random(4)).readUInt32BE() / 2 ** 32,
    api,
    onReachable: (reachable) => sync.setReachable(reachable),
    onChange: (id) => {
      sync.applyHeld(id)
      submissionChanged([id])
    },
    log,
  })
  const sync = createSync({
    store,
    submissions,
    runner,
    clock,
    api: enrolment.api,
    refreshRecipients: enrolment.refreshRecipients,
    demo,
    onStatus: emitStatus,
    onChange: submissionChanged,
    log,
  })
  const ktpReader = createKtpReader(options.ocrWorkerUrl ? { workerUrl: options.ocrWorkerUrl } : {})
  const visits = createVisits({
    store,
    clock,
    audit,
    newId,
    readKtp: async (frame) => splitReading(await ktpReader.read(frame)),
    contactChecks: createContactChecks(api, sync.isOnline),
    regionKnown: createRegionLookup(),
    findDuplicate: (nik) => store.submissions.findByNik(keyedHash(nik))?.reference ?? null,
    onChange: (visit) => {
      emit('visit', visit)
      emitStatus()
    },
  })
  const codes = createCodes({ visits, api, isOnline: sync.isOnline })
  const retention = createRetention({ store, clock, audit })
  const submit = createSubmitter({ store, packets, clock, random, keyedHash, log })
  const { status, intake, setLimits } = createKioskStatus({
    options,
    now: () => clock.now(),
    store,
    staff,
    visits,
    enrolment,
    runner,
    sync,
    recovery,
  })

  let submitting: Promise<Result<SubmissionRecord, AppError>> | null = null
  async function submitNow(): Promise<Result<SubmissionRecord, AppError>> {
    const ready = visits.readyToSubmit()
    if (!ready.ok) return ready
    const enrolled = enrolment.current()
    const office = store.settings.find(OFFICE_SETTING, Office)
    if (!enrolled || !office) return err({ code: 'intake-stopped', reason: 'not-set-up' })
    const { draft, values, photos } = ready.value
    const to = { recipients: enrolled.recipients, photoBytes: enrolled.limits.photoBytes, office }
    const submitted = await submit(draft, values, photos, to, () => visits.currentDraft() === draft)
    if (!submitted.ok) return submitted
    audit.record('visit.submitted', { staffId: draft.petugas.id, subject: draft.id })
    visits.submitted()
    submissionChanged([draft.id])
    runner.poke()
    return submitted
  }

  const courier = createCourier({
    dataDir: options.dataDir,
    store,
    packets,
    enrolment,
    settle,
    audit,
    clock,
    log,
    onProgress: (progress) => emit('courier', progress),
    onSettled: (ids) => {
      for (const id of ids) sync.applyHeld(id)
      submissionChanged(ids)
    },
  })

  const services: Services = {
    clock,
    store,
    audit,
    staff,
    visits,
    codes,
    submissions,
    runner,
    sync,
    enrolment,
    courier,
    recovery,
    cameras: createStillCameras(options.stillCameras),
    keyedHash,
    statusLimiter: createRateLimiter(clock, { count: 10, seconds: 60 }),
    status,
    intake,
    setLimits,
    dismissNotice: () => store.settings.remove(NOTICE_SETTING),
    setUp: createSetUp({ store, staff, enrolment, audit }),
    // A double press gives one submission and the same receipt twice.
    submitVisit: () => {
      submitting ??= submitNow().finally(() => {
        submitting = null
      })
      return submitting
    },
  }

  const dispatch = createDispatch({
    handlers: createHandlers(services),
    session: () => ({ role: staff.session()?.role ?? null, locked: visits.isLocked() }),
    log,
    newReference: () =>
      `K-${Array.from(random(3), (byte) => REFERENCE_ALPHABET[byte % REFERENCE_ALPHABET.length]).join('')}`,
  })

  let cancelSweep: () => void = () => undefined
  const sweep = (): void => {
    try {
      if (visits.sweep()) emitStatus()
      retention.sweep()
    } catch (cause) {
      // A full disk, for example: tried again at the next sweep.
      log({
        level: 'error',
        event: 'sweep.failed',
        detail: { name: cause instanceof Error ? cause.name : '' },
      })
    }
    cancelSweep = clock.after(SWEEP_MS, sweep)
  }

  if (options.demo) await setUpDemo({ store, staff, enrolment, audit }, options.demo)
  sweep()
  backups.start()
  sync.start()
  void ktpReader.warm().catch(() => log({ level: 'warn', event: 'ocr.cold' }))

  async function close(): Promise<void> {
    cancelSweep()
    backups.stop()
    await sync.stop()
    await runner.stop()
    await ktpReader.close()
    store.truncateLog()
    store.close()
  }
  let closing: Promise<void> | undefined

  return {
    async dispatch(channel, input) {
      const answer = await dispatch(channel, input)
      if (BACKED_UP_AT_ONCE.has(channel) && answer.ok) backups.now()
      if (STATUS_CHANGING.has(channel) && answer.ok) emitStatus()
      return answer
    },
    onEvent(listen) {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    close() {
      closing ??= close()
      return closing
    },
  }
}

/** Calls after which the frame of the screen looks different although no service said so itself. */
const STATUS_CHANGING: ReadonlySet<string> = new Set([
  'app.setUp',
  'app.enrol',
  'app.setLimits',
  'app.dismissNotice',
  'app.setRecoveryKey',
  'staff.signIn',
  'staff.signOut',
  'draft.wipe',
])

/** Calls whose loss would leave a kiosk that nobody can open or that is connected no more. */
const BACKED_UP_AT_ONCE: ReadonlySet<string> = new Set([
  'app.setUp',
  'app.enrol',
  'app.setConnection',
  'app.setLimits',
  'app.setRecoveryKey',
  'staff.add',
  'staff.resetPin',
])
