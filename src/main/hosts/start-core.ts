import { join } from 'node:path'
import type { App, AppOptions } from '../app/app.ts'
import type { KeyProvider } from '../services/vault/index.ts'
import { BUILT_AT, VERSION } from './build-info.ts'
import type { Mode } from './directories.ts'

/** What every host needs to carry the core. */
export type CoreSettings = {
  readonly host: AppOptions['host']
  readonly mode: Mode
  readonly dataDir: string
  readonly centralUrl?: string
  readonly keys: KeyProvider
  readonly ocrWorkerUrl?: URL
  readonly log: NonNullable<AppOptions['log']>
}

/** The running core and, in a demo, the central that runs beside it. */
export type Core = { readonly app: App; stop(): Promise<void> }

/** Starts the embedded central when this is a demo, then the core on it. */
export async function startCore(settings: CoreSettings): Promise<Core> {
  const { createApp } = await import('../app/create-app.ts')
  const central = settings.mode === 'demo' ? await startDemoCentral(settings.dataDir) : undefined
  const app = await createApp({
    host: settings.host,
    dataDir: settings.dataDir,
    keys: settings.keys,
    ...(settings.centralUrl === undefined ? {} : { centralUrl: settings.centralUrl }),
    ...(central === undefined
      ? {}
      : { demo: { centralUrl: central.url, enrolmentCode: central.enrolmentCode } }),
    ...(settings.ocrWorkerUrl === undefined ? {} : { ocrWorkerUrl: settings.ocrWorkerUrl }),
    version: VERSION,
    builtAt: BUILT_AT,
    log: settings.log,
  })
  return {
    app,
    async stop() {
      await app.close()
      await central?.stop()
    },
  }
}

/** Loaded only when used: the reference central is no part of a desk. */
async function startDemoCentral(dataDir: string) {
  const { startCentral } = await import('#central/index.ts')
  return startCentral({ dataDir: join(dataDir, 'central'), host: '127.0.0.1', port: 0, demo: true })
}
