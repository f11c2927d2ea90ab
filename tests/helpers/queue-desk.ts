import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { AppError } from '#shared/domain/errors.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Clock, LogEntry } from '../../src/main/app/app.ts'
import type { CentralError, HttpOptions } from '../../src/main/services/central-api/index.ts'
import {
  createRunner,
  createSettle,
  createSubmissionLog,
  createSubmitter,
} from '../../src/main/services/queue/index.ts'
import {
  openStore,
  type Store,
  type StoredPhoto,
  type SubmissionRecord,
} from '../../src/main/services/store/index.ts'
import { createPackets } from '../../src/main/services/vault/index.ts'
import type { Draft } from '../../src/main/services/visit/index.ts'
import { enrolKiosk } from './enrolled-kiosk.ts'
import { makePayload } from './packet.ts'
import { testPerson } from './register.ts'

const AT = '2026-11-23T02:00:00.000Z'

type Options = {
  /** The real central, for enrolment. */
  readonly central: { readonly url: string; readonly enrolmentCode: string }
  /** What the runner talks to; the central itself when left out. */
  readonly line?: string
  readonly clock: Clock
  readonly random01?: () => number
  readonly http?: HttpOptions
  /** The data folder; one of its own when left out. */
  readonly dataDir?: string
}

/**
 * The queue as `createApp` puts it together (encrypted store, packets, submitter, runner, client of the central)
 * without the screens around it: for measuring it, and for faults that need short time-outs.
 */
export async function startQueueDesk(options: Options) {
  const { clock } = options
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'kiosk-queue-'))
  const store = openStore(dataDir, randomBytes(32), 'real')
  const packets = createPackets(dataDir, randomBytes(32))
  const log: LogEntry[] = []
  const enrolled = await enrolKiosk({ ...options.central, clock })
  const api = enrolled.at(options.line ?? options.central.url, options.http ? { http: options.http } : {})
  const submissions = createSubmissionLog(store, clock, clock)
  const note = (entry: LogEntry): void => void log.push(entry)
  const runner = createRunner({
    store,
    packets,
    submissions,
    settle: createSettle({ store, submissions, packets }),
    clock,
    random01: options.random01 ?? (() => 1),
    api: () => api,
    onReachable: () => undefined,
    onChange: () => undefined,
    log: note,
  })
  const submit = createSubmitter({
    submissions,
    store,
    packets,
    clock,
    random: randomBytes,
    keyedHash: (text) => Buffer.from(text.padEnd(32, '.')).subarray(0, 32),
    log: note,
  })
  const to = {
    recipients: enrolled.enrolment.recipients,
    limits: { packetBytes: 500_000_000, photoBytes: 50_000_000 },
    office: { code: '62.71', name: 'LPSE Kota Contoh' },
  }

  return {
    dataDir,
    store,
    packets,
    runner,
    log,
    credentials: enrolled.credentials,
    recipients: to.recipients,
    /** A visit that is ready to be submitted, stored as the visit service stores it. */
    prepare: (person: number, photos: readonly StoredPhoto[]): Draft => prepareDraft(store, person, photos),
    /** Its pictures as the visit service reads them for the submit. */
    picturesOf: (draft: Draft): StoredPhoto[] =>
      store.draftPhotos
        .listSizes(draft.id)
        .flatMap(({ purpose }) => store.draftPhotos.find(draft.id, purpose) ?? []),
    /** Seals and queues it; nothing is sent before the runner is poked. */
    submit: (draft: Draft, photos: readonly StoredPhoto[]): Promise<Result<SubmissionRecord, AppError>> =>
      submit({ draft, values: draft.values, photos, documents: [] }, to, () => true),
    /** What went wrong with the last attempts, oldest first. */
    failures: (): CentralError['kind'][] =>
      log.flatMap(({ event, detail }) =>
        event === 'send.failed' ? [String(detail?.kind) as CentralError['kind']] : [],
      ),
    async stop(): Promise<void> {
      await runner.stop()
      store.close()
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
export type QueueDesk = Awaited<ReturnType<typeof startQueueDesk>>

/** Stores a visit that is ready to be submitted. */
export function prepareDraft(store: Store, person: number, photos: readonly StoredPhoto[]): Draft {
  const draft = draftOf(person)
  const data = JSON.stringify(draft)
  store.transaction(() => {
    store.drafts.save({ id: draft.id, state: 'open', stateSince: AT, touchedAt: AT, data })
    for (const photo of photos) store.draftPhotos.put(draft.id, photo)
  })
  return draft
}

/** A finished visit of the n-th synthetic person. */
function draftOf(person: number): Draft {
  const { values, checks } = makePayload()
  const { nik, nama, email } = testPerson(person)
  return {
    id: uuidv7(),
    service: 'profil',
    formVersion: 1,
    language: 'id',
    petugas: { id: 'petugas-1', name: 'Petugas Contoh' },
    startedAt: AT,
    step: 'tinjau',
    furthest: 'tinjau',
    resumeAt: null,
    stepSince: AT,
    values: { ...values, nik, nama, email, tanggalLahir: '1990-08-17' },
    reading: { kind: 'none' },
    checks,
    codes: {},
    accesses: null,
    keepDays: { verified: 1, rejected: 14, sent: 90 },
    consents: [],
    timings: [],
    photoOverrides: [],
    correction: null,
  }
}

/** Pictures of these purposes and about so many bytes each; any bytes will do where nothing decodes them. */
export const picturesOf = (jpeg: Uint8Array, purposes: readonly StoredPhoto['purpose'][]): StoredPhoto[] =>
  purposes.map((purpose) => ({ purpose, jpeg, width: 640, height: 480, takenAt: AT }))
