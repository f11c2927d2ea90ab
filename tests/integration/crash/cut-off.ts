import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { importCourier } from '#central/import/import-courier.ts'
import { openContext } from '#central/import/open-context.ts'
import { isHeldByKiosk } from '#shared/domain/submission/states.ts'
import { MIGRATIONS } from '../../../src/main/services/store/migrate.ts'
import { PIN, signIn } from '../../helpers/kiosk.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { type KillableKiosk, launchKiosk, startKillableKiosk } from './killable-kiosk.ts'
import { type Peek, peek } from './peek.ts'
import type { Templates } from './templates.ts'

/** What the kiosk is doing when the plug is pulled, each time on a fresh copy of a prepared data folder. */
export const CUTS = ['erase', 'migration', 'restore', 'courier-export', 'courier-import'] as const
export type Cut = (typeof CUTS)[number]

/** What does not agree after the next start; `interrupted`: the kill came before the work was done. */
export type CutResult = { lost: number; doubled: number; unreadable: number; interrupted: boolean }

const OFFLINE = 'http://127.0.0.1:9'
const NEWEST = MIGRATIONS.at(-1)?.version ?? 0
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

type Deps = {
  readonly root: string
  readonly templates: Templates
  readonly centralDir: string
  /** A random number from 0 to 1. */
  readonly random01: () => number
}

/** Pulls the plug (kill -9, by the id of the process it started) in the middle of one piece of work, starts again, compares. */
export function createCutter({ root, templates, centralDir, random01 }: Deps) {
  const { keyFile, dataKey, whole } = templates
  const launch = (dataDir: string) => launchKiosk(dataDir, keyFile, OFFLINE)
  const start = (dataDir: string) => startKillableKiosk(dataDir, keyFile, OFFLINE)
  let count = 0
  /** Milliseconds within which the plug is pulled once the work begins: less after a kill that came too late, else more. */
  const within: Record<Cut, number> = {
    erase: 40,
    migration: 100,
    restore: 12,
    'courier-export': 120,
    'courier-import': 60,
  }

  /** Starts it and kills it a random moment after its files show that the work has begun. */
  async function killAtStart(dataDir: string, hasBegun: () => boolean, withinMs: number): Promise<void> {
    const kiosk = launch(dataDir)
    let ready = false
    let failure: unknown
    kiosk.ready.then(
      () => {
        ready = true
      },
      (cause: unknown) => {
        failure = cause
      },
    )
    await waitUntil('the work begins', () => ready || failure || hasBegun(), {
      everyMs: 1,
      timeoutMs: 300_000,
    })
    if (failure) throw failure
    await pause(random01() * withinMs)
    await kiosk.kill()
  }

  /** Makes a call and kills within a random time of it. */
  async function killDuring(kiosk: KillableKiosk, work: Promise<unknown>, withinMs: number): Promise<void> {
    const answer = work.catch(() => undefined)
    await pause(random01() * withinMs)
    await Promise.all([answer, kiosk.kill()])
  }

  /** Starts it again, lets it tidy up, takes up the open visit, and looks at the disk afterwards. */
  async function startAgain(
    dataDir: string,
    isDone: (found: Peek) => boolean,
  ): Promise<{ found: Peek; draftIsWhole: boolean }> {
    const kiosk = await start(dataDir)
    await signIn(kiosk.call)
    const [draft] = await kiosk.call('draft.list', {})
    const resumed = draft && (await kiosk.call('draft.resume', { id: draft.id, pin: PIN }).catch(() => null))
    const face = resumed && (await kiosk.call('visit.photo', { purpose: 'swafoto' }).catch(() => null))
    await waitUntil('what was cut off is done', () => isDone(peek(dataDir, dataKey)), {
      everyMs: 50,
      timeoutMs: 120_000,
    })
    await kiosk.kill()
    return { found: peek(dataDir, dataKey), draftIsWhole: Boolean(face && face.jpeg.length > 1_000) }
  }

  /** Registrations that are gone, or there twice, against what the folder held before. */
  function compare(found: Peek): Pick<CutResult, 'lost' | 'doubled'> {
    const references = found.rows.map((row) => row.reference)
    return {
      lost:
        whole.rows.filter((row) => !references.includes(row.reference)).length + found.withoutPacket.length,
      doubled:
        references.length - new Set(references).size + Math.max(0, references.length - whole.rows.length),
    }
  }

  const cuts: Record<Cut, (dataDir: string) => Promise<CutResult>> = {
    async erase(dataDir) {
      const wal = join(dataDir, 'kiosk.db-wal')
      await killAtStart(dataDir, () => sizeOf(wal) > 0, within.erase)
      const isErased = ({ rows }: Peek) => rows.every((row) => row.state !== 'ditolak' || row.hasData === 0)
      const interrupted = !isErased(peek(dataDir, dataKey)) || sizeOf(wal) > 50_000
      const { found, draftIsWhole } = await startAgain(dataDir, isErased)
      const keptCopies = found.rows.filter((row) => isHeldByKiosk(row.state) && row.hasData === 1).length
      const shouldKeep = found.rows.filter((row) => isHeldByKiosk(row.state)).length
      const unreadable = shouldKeep - keptCopies + (draftIsWhole ? 0 : 1)
      return { ...compare(found), unreadable, interrupted }
    },

    async migration(dataDir) {
      const backups = join(dataDir, 'backups')
      await killAtStart(dataDir, () => existsSync(backups), within.migration)
      const before = peek(dataDir, dataKey)
      const { found, draftIsWhole } = await startAgain(dataDir, ({ version }) => version === NEWEST)
      return {
        ...compare(found),
        unreadable: draftIsWhole ? 0 : 1,
        interrupted: before.version < NEWEST,
      }
    },

    async restore(dataDir) {
      const restoring = join(dataDir, 'kiosk.db.restoring')
      const damaged = join(dataDir, 'damaged')
      await killAtStart(dataDir, () => existsSync(restoring) || existsSync(damaged), within.restore)
      const interrupted = existsSync(restoring) || !existsSync(join(dataDir, 'kiosk.db'))
      const { found } = await startAgain(dataDir, () => true)
      return { ...compare(found), unreadable: 0, interrupted }
    },

    async 'courier-export'(dataDir) {
      const stick = `${dataDir}-stick`
      mkdirSync(stick)
      const kiosk = await start(dataDir)
      await signIn(kiosk.call)
      await killDuring(kiosk, kiosk.call('courier.export', { folder: stick }), within['courier-export'])
      const interrupted = manifestOf(stick) === undefined
      const again = await start(dataDir)
      await signIn(again.call)
      await again.call('courier.export', { folder: stick })
      await again.kill()
      const found = peek(dataDir, dataKey)
      const unreadable = found.rows.filter((row) => hashOnStick(stick, row.id) !== row.sha256).length
      return { ...compare(found), unreadable, interrupted }
    },

    async 'courier-import'(dataDir) {
      const stick = `${dataDir}-stick`
      mkdirSync(stick)
      const kiosk = await start(dataDir)
      await signIn(kiosk.call)
      await kiosk.call('courier.export', { folder: stick })
      const { ctx, close } = await openContext(centralDir)
      await importCourier(ctx, stick).finally(close)
      await killDuring(
        kiosk,
        kiosk.call('courier.importReceipts', { folder: stick }),
        within['courier-import'],
      )
      const waits = ({ rows }: Peek) => rows.filter((row) => isHeldByKiosk(row.state)).length
      const interrupted = waits(peek(dataDir, dataKey)) > 0
      const again = await start(dataDir)
      await signIn(again.call)
      await again.call('courier.importReceipts', { folder: stick })
      await again.kill()
      const found = peek(dataDir, dataKey)
      return { ...compare(found), unreadable: waits(found), interrupted }
    },
  }

  return async (cut: Cut): Promise<CutResult> => {
    count += 1
    const dataDir = join(root, `${cut}-${count}`)
    const template = cut === 'courier-export' || cut === 'courier-import' ? 'courier' : cut
    cpSync(templates[template], dataDir, { recursive: true })
    try {
      const result = await cuts[cut](dataDir)
      within[cut] *= result.interrupted ? 1.3 : 0.7
      return result
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
      rmSync(`${dataDir}-stick`, { recursive: true, force: true })
    }
  }
}

/** The kiosk's own folder on a stick. */
function placeOn(stick: string): string {
  const courier = join(stick, 'lpse-kurir')
  const [device = ''] = existsSync(courier) ? readdirSync(courier) : []
  return join(courier, device)
}
function manifestOf(stick: string): string | undefined {
  const path = join(placeOn(stick), 'manifest.jws')
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
function hashOnStick(stick: string, id: string): string {
  const path = join(placeOn(stick), 'packets', `${id}.age`)
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : ''
}
