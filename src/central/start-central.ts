import { randomBytes } from 'node:crypto'
import { mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { buildApp } from './app.ts'
import { type Context, LIMITS, type Limits, type LogEntry, type Office } from './context.ts'
import { currentEnrolmentCode, mintEnrolmentCode } from './devices.ts'
import { loadKeys, publishLimits, rotateRecipient } from './keys.ts'
import { type Db, openDatabase, readMeta, writeMeta } from './store/database.ts'
import { createUploads } from './uploads.ts'
import { createVerification } from './verification.ts'

/** How a reference central is started. */
export type CentralOptions = {
  /** Everything it keeps lies here; created when missing, mode 0700. */
  readonly dataDir: string
  /** 0 picks a free port. */
  readonly port: number
  readonly host: string
  /** Adds `/demo/*` and marks every page. A data directory stays what it was first started as. */
  readonly demo: boolean
  readonly clock?: () => Date
  readonly random?: (bytes: number) => Uint8Array
  /** Milliseconds from the last proof to the verdict (docs/demo.md); default 4000. */
  readonly demoDelayMs?: number
  readonly office?: Office
  /** How registrants reach the public pages, when that is not the address listened on. */
  readonly publicUrl?: string
  /** Begins with a new key for packets (keys.ts, `rotateRecipient`). */
  readonly rotateRecipient?: boolean
  /** Sizes to be kept from now on, at most `LIMITS`, which are the default. */
  readonly limits?: Limits
  /** Names and numbers only, never personal data. */
  readonly log?: (entry: LogEntry) => void
}

/** A running central. */
export type Central = {
  readonly url: string
  /** Enrols one kiosk. A restart gives the same code until it is used. */
  readonly enrolmentCode: string
  /** Another one-time code, for another kiosk. */
  newEnrolmentCode(): string
  /** Ends connections and closes the database; may be called more than once. */
  stop(): Promise<void>
}

const DEFAULT_OFFICE: Office = { code: 'LPSE-CONTOH', name: 'LPSE Contoh' }
const DEFAULT_DELAY_MS = 4_000

/** Not `recursive`: that never comes back from a place where nothing can be made, such as `/proc/x`. */
function makeDirectory(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(path) !== path) makeDirectory(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

/** Starts the reference central API (resources/central-api/openapi.yaml). Throws when the directory or port cannot be used. */
export async function startCentral(options: CentralOptions): Promise<Central> {
  for (const directory of ['', 'packets', 'photos']) makeDirectory(resolve(options.dataDir, directory))
  const db = openDatabase(join(options.dataDir, 'central.sqlite'))
  try {
    settleKind(db, options.demo)
    const now = options.clock ?? (() => new Date())
    await loadKeys(options.dataDir)
    if (options.rotateRecipient) await rotateRecipient(options.dataDir, now())
    publishLimits(options.dataDir, options.limits ?? LIMITS, now())
    const keys = await loadKeys(options.dataDir)
    let url = ''
    const ctx: Context = {
      db,
      dataDir: options.dataDir,
      keys,
      demo: options.demo,
      verdictDelayMs: options.demoDelayMs ?? DEFAULT_DELAY_MS,
      office: options.office ?? DEFAULT_OFFICE,
      now,
      random: options.random ?? ((bytes) => new Uint8Array(randomBytes(bytes))),
      log: options.log ?? (() => undefined),
      publicUrl: () => options.publicUrl?.replace(/\/+$/, '') ?? url,
    }
    const uploads = createUploads(ctx)
    await uploads.sweep()
    const verification = createVerification(ctx)
    const app = await buildApp(ctx, uploads, verification)
    url = await app.listen({ host: options.host, port: options.port })
    verification.wake()
    let stopped: Promise<void> | undefined
    const stop = async (): Promise<void> => {
      await app.close()
      // A packet that is being opened is finished first; a fault there is the next start's concern.
      await verification.stop()
      db.close()
    }
    return {
      url,
      enrolmentCode: currentEnrolmentCode(ctx),
      newEnrolmentCode: () => mintEnrolmentCode(ctx),
      stop: () => (stopped ??= stop()),
    }
  } catch (cause) {
    db.close()
    throw cause
  }
}

/** Demo data and real data never share a directory (issue: demo mode keeps its data apart). */
function settleKind(db: Db, demo: boolean): void {
  const wanted = demo ? 'demo' : 'plain'
  const kind = readMeta(db, 'kind')
  if (kind === undefined) writeMeta(db, 'kind', wanted)
  else if (kind !== wanted) {
    throw new Error(
      demo
        ? 'This data directory holds a central that is not a demonstration. Choose another one for --demo.'
        : 'This data directory holds a demonstration. Choose another one, or start with --demo.',
    )
  }
}
