import type { Channel } from '#shared/contract/channels.ts'
import type { EventName, EventValue } from '#shared/contract/contract.ts'
import type { AppStatus, ReceiptView, VisitSnapshot } from '#shared/contract/views.ts'
import type { Answer } from '#shared/domain/errors.ts'
import { DEFAULT_KEEP_DAYS } from '#shared/domain/submission/retention.ts'
import type { Connection, KioskClient } from '../../../src/renderer/client/index.ts'
import { loadLaterTexts } from '../../../src/renderer/i18n/index.ts'

// Pages are drawn here without the route that waits for their texts.
await loadLaterTexts()

/** A kiosk with an open shift and nothing to do. */
export const openShift: AppStatus = {
  version: '0.0.0',
  host: 'headless',
  demo: null,
  problem: null,
  setUp: true,
  office: { code: 'LPSE-1', name: 'LPSE Contoh' },
  clock: { state: 'ok', skewSeconds: 0 },
  network: {
    online: true,
    since: '2026-11-23T01:00:00.000Z',
    cause: null,
    reports: { cause: null, unread: 0 },
  },
  intake: { open: true, reason: null },
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
  retention: { verified: 1, rejected: 14, sent: 90, audit: 90 },
  disk: { freeBytes: 100_000_000_000, state: 'ok' },
  today: { done: 0, medianMinutes: null },
  recoveryKey: 'set',
  capture: { virtualCameras: false, headTurn: false },
  cameras: {},
  screen: { pxPerMm: null },
  notice: null,
  printer: { paper: 'a4', silent: false },
  staff: { id: 'p1', name: 'Petugas Contoh', role: 'petugas' },
  visit: 'none',
  drafts: 0,
}

/** A visit at its first step. */
export const freshVisit: VisitSnapshot = {
  id: '0191e000-0000-7000-8000-000000000001',
  service: 'profil',
  formVersion: 1,
  language: 'id',
  step: 'siapa',
  steps: ['siapa', 'syarat'],
  furthest: 'siapa',
  values: {},
  photos: {},
  documents: {},
  reading: { kind: 'none' },
  unsure: [],
  checks: {},
  accesses: null,
  warnings: [],
  duplicate: null,
  keepDays: { verified: 1, rejected: 14, sent: 90 },
  correction: null,
  startedAt: '2026-11-23T02:00:00.000Z',
  locked: false,
}

/** A receipt of a registration that still waits for the network. */
export const savedReceipt: ReceiptView = {
  reference: 'KT-7F3K-92QD',
  service: 'profil',
  state: 'antre',
  submittedAt: '2026-11-23T02:10:00.000Z',
  petugas: 'Petugas Contoh',
  office: 'LPSE Contoh',
  maskedNik: '6271 **** **** 0000',
  maskedEmail: 'b***@gmail.com',
  deferred: ['phone-code'],
  reason: null,
  refusedAt: null,
  hints: [],
  times: [],
  corrects: null,
  correctedBy: null,
  calledOff: null,
  stored: {
    data: true,
    photos: ['swafoto'],
    documents: 0,
    eraseAt: null,
    promised: DEFAULT_KEEP_DAYS,
    recipients: { id: 'LKPP, Privy, Dukcapil', en: 'LKPP, Privy, Dukcapil' },
    consents: [],
  },
  qrSvg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
}

/** A core in memory: answers what it was told to, and says events when asked to. */
export type ScriptedCore = KioskClient & {
  readonly calls: Channel[]
  answers: Partial<Record<Channel, unknown>>
  say<E extends EventName>(event: E, value: EventValue<E>): void
  connection(state: Connection): void
}

/** Makes a scripted core. An answer may be a promise, so that a test decides what comes first. */
export function scriptedCore(answers: Partial<Record<Channel, unknown>> = {}): ScriptedCore {
  const listeners: { readonly event: string; readonly tell: (value: never) => void }[] = []
  const connectionListeners: ((state: Connection) => void)[] = []
  const core: ScriptedCore = {
    calls: [],
    answers,
    async call(channel) {
      core.calls.push(channel)
      const answer = await core.answers[channel]
      return (answer ?? { ok: false, error: { code: 'not-found', what: channel } }) as Answer<never>
    },
    on(event, tell) {
      listeners.push({ event, tell })
      return () => undefined
    },
    onConnection(listener) {
      connectionListeners.push(listener)
      return () => undefined
    },
    say(event, value) {
      for (const listener of listeners) if (listener.event === event) listener.tell(value as never)
    },
    connection(state) {
      for (const listener of connectionListeners) listener(state)
    },
  }
  return core
}

/** A successful answer. */
export const ok = <T>(value: T) => ({ ok: true, value }) as const
