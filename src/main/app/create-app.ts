import { randomBytes } from 'node:crypto'
import type { EventName, EventValue } from '#shared/contract/contract.ts'
import { keepDaysOf } from '#shared/domain/submission/retention.ts'
import { createHandlers } from '../handlers/index.ts'
import { createAudit } from '../services/audit/index.ts'
import { createBackups, createDamagedCopies, NOTICE_SETTING, reconcile } from '../services/backup/index.ts'
import { createStillCameras } from '../services/camera/index.ts'
import { environmentProxy } from '../services/central-api/index.ts'
import { createCourier } from '../services/courier/index.ts'
import { createEnrolment } from '../services/enrolment/index.ts'
import { diskFault } from '../services/files/index.ts'
import { createKioskTime } from '../services/kiosk-time/index.ts'
import { createKtpReader, readFrames } from '../services/ocr/index.ts'
import {
  createCancellations,
  createRetention,
  createRetentionDays,
  createRunner,
  createSettle,
  createSubmissionLog,
  createSubmitter,
} from '../services/queue/index.ts'
import { createReference } from '../services/reference/index.ts'
import { createAreas, createPinCheck, createRegionLookup } from '../services/regions/index.ts'
import { createStaffAuth } from '../services/staff-auth/index.ts'
import { isDamage, problemOf, StoreProblem } from '../services/store/index.ts'
import { createFollowing, createSync } from '../services/sync/index.ts'
import {
  createAccessCheck,
  createCodes,
  createCompanyCheck,
  createContactChecks,
  createVisits,
  splitReading,
} from '../services/visit/index.ts'
import { BACKED_UP_AT_ONCE, STATUS_CHANGING } from './after-call.ts'
import type { App, AppEvent, AppOptions, RunningOptions } from './app.ts'
import { systemClock } from './clock.ts'
import { createDispatch } from './dispatch.ts'
import { createIdSource } from './ids.ts'
import { createKioskStatus } from './kiosk-status.ts'
import { createLateCheck } from './late-check.ts'
import { openVault, type Vault } from './open-vault.ts'
import { createRateLimiter } from './rate-limiter.ts'
import { readAhead } from './read-ahead.ts'
import { type Core, createReopeningApp, type OpenHow } from './reopening-app.ts'
import type { Services } from './services.ts'
import { createSetUp, setUpDemo } from './set-up.ts'
import { createSubmitVisit } from './submit-visit.ts'
import { createSweeper } from './sweeper.ts'

const REFERENCE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/**
 * The composition root: builds every service once and answers the running core (see `App`).
 * It always resolves; a store that cannot be opened becomes an app that says so.
 */
export async function createApp(options: AppOptions): Promise<App> {
  const random = options.random ?? randomBytes
  const log = options.log ?? (() => undefined)
  return createReopeningApp(options, (how) => open({ ...options, random, log }, how))
}

type CoreOptions<T = AppOptions> = T & Required<Pick<AppOptions, 'random' | 'log'>>

/** @throws StoreProblem when the store cannot be opened, also when the disk is full in the middle of it */
async function open({ demo, ...options }: CoreOptions, how: OpenHow): Promise<Core> {
  const vault = await openVault(demo ? { ...options, demo } : options, options.random, how)
  try {
    if (!demo) return await assemble(options, vault)
    return await assemble({ ...options, demo: typeof demo === 'function' ? await demo() : demo }, vault)
  } catch (cause) {
    vault.giveUp()
    // What was left to be checked later was needed at once, and is broken.
    if (how.checkLater && isDamage(problemOf(cause)))
      return open(demo ? { ...options, demo } : options, { checkLater: false })
    const fault = diskFault(cause)
    throw fault ? new StoreProblem(fault, cause, options.dataDir) : cause
  }
}

async function assemble(
  options: CoreOptions<RunningOptions>,
  { store, packets, keyedHash, recovery }: Vault,
): Promise<Core> {
  const { random, log } = options
  const clock = options.clock ?? systemClock
  const demo = options.demo !== undefined
  const newId = createIdSource(clock, random)
  const listeners = new Set<(event: AppEvent) => void>()
  const emit = <E extends EventName>(event: E, value: EventValue<E>): void => {
    for (const listen of listeners) listen({ event, value })
  }
  const emitStatus = (): void => emit('app.status', status())

  const time = createKioskTime({ store, clock, builtAt: options.builtAt, log })
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
  const submissions = createSubmissionLog(store, clock, time)
  const submissionChanged = (ids: string[]): void => {
    emit('submissions', { changed: ids })
    emitStatus()
  }
  const retentionDays = createRetentionDays(store.settings)
  const settle = createSettle({ store, submissions, packets })
  const random01 = (): number => Buffer.from(random(4)).readUInt32BE() / 2 ** 32
  const cancellations = createCancellations({
    store,
    submissions,
    packets,
    audit,
    clock,
    random01,
    api,
    onChange: (id) => submissionChanged([id]),
    log,
  })
  const backups = createBackups({ store, packets, clock, log })
  const runner = createRunner({
    store,
    packets,
    submissions,
    settle,
    clock,
    random01,
    api,
    onReachable: (reachable) => sync.setReachable(reachable),
    onChange: (id) => {
      sync.applyHeld(id)
      submissionChanged([id])
    },
    onTooLarge: enrolment.doubtLimits,
    log,
  })
  const sync = createSync({
    store,
    submissions,
    runner,
    clock,
    time,
    api: enrolment.api,
    refresh: async () => {
      await enrolment.refreshRecipients()
      await reference.refresh()
      await following.ask()
    },
    tellWithdrawals: (also) => {
      if (also !== 'none') cancellations.wake(also)
      return cancellations.tell()
    },
    onHeldAfterAll: cancellations.heldAfterAll,
    demo,
    onStatus: () => {
      emitStatus()
      noteNetwork()
    },
    onChange: submissionChanged,
    log,
  })
  const following = createFollowing({
    store,
    deviceId: () => enrolment.current()?.deviceId,
    api,
    log,
  })
  let wasOnline = false
  /** The cable is back: the open visit asks what it could not ask before. */
  function noteNetwork(): void {
    const online = sync.isOnline()
    const isBack = online && !wasOnline
    wasOnline = online
    if (isBack) void visits.askDeferred().catch(() => log({ level: 'warn', event: 'visit.ask-deferred' }))
  }
  const areas = createAreas()
  const reference = createReference({ settings: store.settings, api, clock, log })
  const ktpReader = createKtpReader(options.ocrWorkerUrl ? { workerUrl: options.ocrWorkerUrl } : {})
  const visits = createVisits({
    store,
    clock,
    time,
    audit,
    newId,
    readKtp: async (frames) => splitReading(await readFrames(ktpReader.read, frames)),
    contactChecks: createContactChecks(api, sync.isOnline),
    companyCheck: createCompanyCheck(api, sync.isOnline),
    accessCheck: createAccessCheck(api, sync.isOnline),
    regionKnown: createRegionLookup(),
    kmFromRegency: createPinCheck(),
    keepDays: () => keepDaysOf(retentionDays.get()),
    isArea: (code) => areas.path(code).length === 4,
    findDuplicate: (nik, exceptId) =>
      store.submissions.findByNik(keyedHash(nik), exceptId)?.reference ?? null,
    onChange: (visit) => {
      emit('visit', visit)
      emitStatus()
    },
  })
  const codes = createCodes({ visits, api, isOnline: sync.isOnline })
  const { status, intake, setLimits, setCapture, setScreen, rememberCamera } = createKioskStatus({
    options,
    now: () => clock.now(),
    time,
    store,
    staff,
    visits,
    enrolment,
    runner,
    sync,
    recovery,
    retention: retentionDays.get,
  })

  const courier = createCourier({
    dataDir: options.dataDir,
    store,
    packets,
    enrolment,
    settle,
    cancellations,
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
    time,
    store,
    audit,
    staff,
    visits,
    codes,
    submissions,
    cancellations,
    runner,
    sync,
    enrolment,
    courier,
    areas,
    reference,
    recovery,
    cameras: createStillCameras(options.stillCameras),
    keyedHash,
    statusLimiter: createRateLimiter(clock, { count: 10, seconds: 60 }),
    status,
    intake,
    setLimits,
    setRetention: retentionDays.set,
    print: options.printer?.print,
    setCapture,
    setScreen,
    rememberCamera,
    dismissNotice: () => store.settings.remove(NOTICE_SETTING),
    setUp: createSetUp({ store, staff, enrolment, audit }),
    submitVisit: createSubmitVisit({
      store,
      visits,
      enrolment,
      audit,
      submit: createSubmitter({ store, packets, submissions, clock, random, keyedHash, log }),
      onSubmitted: (id) => {
        submissionChanged([id])
        runner.poke()
      },
    }),
  }

  const dispatch = createDispatch({
    handlers: createHandlers(services),
    session: () => ({ role: staff.session()?.role ?? null, locked: visits.isLocked() }),
    log,
    newReference: () =>
      `K-${Array.from(random(3), (byte) => REFERENCE_ALPHABET[byte % REFERENCE_ALPHABET.length]).join('')}`,
  })

  const sweeper = createSweeper({
    store,
    visits,
    retention: createRetention({ store, packets, time, audit, days: retentionDays.get }),
    runner,
    damaged: createDamagedCopies({
      dataDir: options.dataDir,
      store,
      time,
      audit,
      days: retentionDays.get,
    }),
    time,
    clock,
    log,
    onChange: emitStatus,
  })

  if (options.demo) await setUpDemo({ store, staff, enrolment, audit }, options.demo)
  const late = createLateCheck(store)
  let stopReading = (): void => undefined
  /** Everything that changes or removes anything of its own accord. */
  function begin(): void {
    reconcile({ store, packets, settle, submissions, audit, clock, log })
    sync.start()
    sweeper.start()
    backups.start()
    stopReading = readAhead(store)
  }
  if (late.isDone) begin()
  const whole = late.isDone ? late.verdict : late.verdict.then((isWhole) => isWhole && beginLate())
  /** @returns false when what was needed first is broken after all */
  function beginLate(): boolean {
    try {
      begin()
      emitStatus()
      return true
    } catch (cause) {
      log({
        level: 'error',
        event: 'start.failed',
        detail: { name: cause instanceof Error ? cause.name : '' },
      })
      return false
    }
  }
  void ktpReader.warm().catch(() => log({ level: 'warn', event: 'ocr.cold' }))

  async function close(): Promise<void> {
    late.stop()
    stopReading()
    sweeper.stop()
    const backedUp = backups.stop()
    await sync.stop()
    await runner.stop()
    await ktpReader.close()
    await backedUp
    sweeper.rememberTime()
    try {
      store.truncateLog()
    } finally {
      store.close()
    }
  }
  let closing: Promise<void> | undefined

  return {
    whole,
    hurry: late.hurry,
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
    networkChanged: sync.networkChanged,
    close() {
      closing ??= close()
      return closing
    },
  }
}
