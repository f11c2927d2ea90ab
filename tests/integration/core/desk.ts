import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CentralOptions } from '#central/index.ts'
import type { LogEntry } from '../../../src/main/app/app.ts'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { createTestClock, type TestClock } from '../../helpers/clock.ts'
import { setUpAndSignIn, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { type MoodyProxy, startMoodyProxy } from './moody-proxy.ts'

/** A desk with everything around it: kiosk, line, central, all on one clock that stands still. */
export type TestDesk = {
  readonly clock: TestClock
  readonly proxy: MoodyProxy
  readonly log: LogEntry[]
  central(): TestCentral
  kiosk(): TestKiosk
  stopCentral(): Promise<void>
  startCentral(options?: Partial<CentralOptions>): Promise<void>
  /** Ends the core (not cleanly more than a power cut is) and starts it again on the same folder. */
  restartKiosk(between?: () => unknown): Promise<void>
  remove(): Promise<void>
}

/**
 * Four random bytes are asked for by the back-off alone: at their largest the waiting times are the full
 * 5 s, 10 s, 20 s … without luck in the tests.
 */
const withoutJitter = (bytes: number): Uint8Array =>
  bytes === 4 ? Buffer.alloc(4, 0xff) : randomBytes(bytes)

/** Starts it, set up and signed in. Real mode, so that nothing but the clock is special. */
export async function startTestDesk(options: { start?: Date } = {}): Promise<TestDesk> {
  const clock = createTestClock(options.start)
  const now = () => clock.now()
  // A directory of our own: the helper would remove its own one with the first stop.
  const centralDir = mkdtempSync(join(tmpdir(), 'kiosk-central-'))
  const startCentral = (options: Partial<CentralOptions> = {}) =>
    startTestCentral({ demo: false, clock: now, dataDir: centralDir, ...options })
  let central = await startCentral()
  const proxy = await startMoodyProxy(() => central.url)
  const log: LogEntry[] = []
  const start = (dataDir?: string) =>
    startTestKiosk({
      clock,
      random: withoutJitter,
      log: (entry) => log.push(entry),
      ...(dataDir && { dataDir }),
    })
  let kiosk = await start()
  await setUpAndSignIn(kiosk.call, { url: proxy.url, enrolmentCode: central.enrolmentCode })
  return {
    clock,
    proxy,
    log,
    central: () => central,
    kiosk: () => kiosk,
    stopCentral: () => central.stop(),
    async startCentral(options) {
      central = await startCentral(options)
    },
    async restartKiosk(between) {
      await kiosk.stop()
      await between?.()
      kiosk = await start(kiosk.dataDir)
    },
    async remove() {
      await proxy.stop()
      await kiosk.remove()
      await central.stop()
      rmSync(centralDir, { recursive: true, force: true })
    },
  }
}

/** Waits until the kiosk knows that the central is there, or is not. */
export const untilOnline = (kiosk: TestKiosk, online = true): Promise<unknown> =>
  waitUntil(`online: ${online}`, async () => (await kiosk.call('app.status', {})).network.online === online)

/** The rows of the queue, newest first. */
export const rowsOf = (kiosk: TestKiosk) => kiosk.call('submission.list', { limit: 50 })

/** Waits until every submission is in one of these states. */
export const untilAll = (kiosk: TestKiosk, ...states: string[]): Promise<unknown> =>
  waitUntil(`all in ${states.join(', ')}`, async () =>
    (await rowsOf(kiosk)).every((row) => states.includes(row.state)),
  )

/** Real time enough for a request that should not come to come. */
export const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 80))
