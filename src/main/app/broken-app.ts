import type { AppStatus } from '#shared/contract/views.ts'
import { DEMO_PIN } from '#shared/domain/staff/staff.ts'
import { DEFAULT_RETENTION } from '#shared/domain/submission/retention.ts'
import type { StoreProblem } from '../services/store/index.ts'
import type { App, AppOptions } from './app.ts'
import { printerView } from './kiosk-status.ts'

/** The app when its store cannot be opened: it says why, and touches nothing. */
export function createBrokenApp(options: AppOptions, { reason: problem, path }: StoreProblem): App {
  const status: AppStatus = {
    version: options.version,
    host: options.host,
    // The demo's central is not started before its data are known to be a demo's.
    demo: options.demo ? { pin: DEMO_PIN, inboxUrl: '' } : null,
    problem,
    problemAt: path ?? options.dataDir,
    setUp: true,
    office: null,
    clock: { state: 'ok', skewSeconds: null },
    network: {
      online: false,
      since: new Date(0).toISOString(),
      cause: null,
      reports: { cause: null, unread: 0 },
    },
    intake: { open: false, reason: null },
    queue: {
      waiting: 0,
      unsent: 0,
      oldestAt: null,
      needsAttention: 0,
      rejected: 0,
      paused: null,
      warning: null,
      limit: null,
    },
    retention: DEFAULT_RETENTION,
    disk: { freeBytes: 0, state: 'ok' },
    today: { done: 0, medianMinutes: null },
    recoveryKey: 'not-needed',
    capture: { virtualCameras: false, headTurn: false },
    cameras: {},
    screen: { pxPerMm: null },
    notice: null,
    printer: printerView(options.printer),
    staff: null,
    visit: 'none',
    drafts: 0,
  }
  return {
    dispatch: async (channel) =>
      channel === 'app.status'
        ? { ok: true, value: status }
        : { ok: false, error: { code: 'store', reason: problem } },
    onEvent: () => () => undefined,
    networkChanged: () => undefined,
    close: async () => undefined,
  }
}
