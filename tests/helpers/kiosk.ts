import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Channel } from '#shared/contract/channels.ts'
import type { CallInput, CallOutput } from '#shared/contract/contract.ts'
import type { AppError } from '#shared/domain/errors.ts'
import type { App, AppOptions } from '../../src/main/app/app.ts'
import { createApp } from '../../src/main/app/create-app.ts'
import { openKeyFile } from '../../src/main/services/vault/key-file.ts'

/** A contract call that answered an error. */
export class CallError extends Error {
  readonly error: AppError
  constructor(channel: string, error: AppError) {
    super(`${channel}: ${JSON.stringify(error)}`)
    this.error = error
  }
}

/** Makes a contract call and answers its value; throws CallError otherwise. */
export type Call = <C extends Channel>(channel: C, input: CallInput<C>) => Promise<CallOutput<C>>

export const PIN = '583920'

/** Answers `no-card` at once: most tests type their data, and two cores are few. */
const NO_CARD_WORKER = new URL('../fixtures/ocr/no-card-worker.mjs', import.meta.url)

/** A real core on a real encrypted database in a folder of its own. */
export type TestKiosk = {
  readonly app: App
  readonly call: Call
  readonly dataDir: string
  /** Closes the core; the folder stays for another start. */
  stop(): Promise<void>
  /** Closes the core and removes the folder. */
  remove(): Promise<void>
}

/** Wraps an app's door as typed calls. */
export function callerOf(app: App): Call {
  return async (channel, input) => {
    const answer = await app.dispatch(channel, input)
    if (!answer.ok) throw new CallError(channel, answer.error)
    return answer.value as never
  }
}

/**
 * Starts a core; not set up yet unless its folder was used before.
 * @param options.readKtp loads the real KTP reader
 */
export async function startTestKiosk(
  options: Partial<AppOptions> & { keyFile?: string; readKtp?: boolean } = {},
): Promise<TestKiosk> {
  const { keyFile, readKtp = false, ...appOptions } = options
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'kiosk-core-'))
  const keyPath = keyFile ?? `${dataDir}.key`
  const { keys } = await openKeyFile({ path: keyPath, createWhenMissing: true, dataDir })
  const app = await createApp({
    host: 'headless',
    keys,
    version: '0.0.0-test',
    builtAt: new Date('2026-01-01T00:00:00Z'),
    freeBytes: () => 100_000_000_000,
    ...(readKtp ? {} : { ocrWorkerUrl: NO_CARD_WORKER }),
    ...appOptions,
    dataDir,
  })
  return {
    app,
    call: callerOf(app),
    dataDir,
    stop: () => app.close(),
    async remove() {
      await app.close()
      rmSync(dataDir, { recursive: true, force: true })
      rmSync(keyPath, { force: true })
    },
  }
}

/** First set-up, connected with a central (demo kiosks are connected by themselves), and a shift opened. */
export async function setUpAndSignIn(
  call: Call,
  central: { url: string; enrolmentCode: string } | null,
): Promise<void> {
  const status = await call('app.status', {})
  if (!status.setUp) {
    await call('app.setUp', {
      office: { code: '62.71', name: 'LPSE Kota Contoh' },
      admin: { name: 'Sri Contoh', pin: PIN },
      central: central && { url: central.url, enrolmentCode: central.enrolmentCode },
      deviceName: 'Kios uji',
    })
  }
  await signIn(call)
}

/** Opens the shift as the first member of staff. */
export async function signIn(call: Call, pin = PIN): Promise<void> {
  const [first] = await call('staff.choices', {})
  if (!first) throw new Error('no staff')
  await call('staff.signIn', { staffId: first.id, pin })
}
