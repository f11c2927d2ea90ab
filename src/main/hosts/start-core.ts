import { join } from 'node:path'
import type { Central } from '#central/index.ts'
import type { App, AppOptions, Printer } from '../app/app.ts'
import type { KeyProvider } from '../services/vault/index.ts'
import { BUILT_AT, VERSION } from './build-info.ts'
import type { Mode } from './directories.ts'
import { watchNetwork } from './watch-network.ts'

/** What every host needs to carry the core. */
export type CoreSettings = {
  readonly host: AppOptions['host']
  readonly mode: Mode
  readonly dataDir: string
  readonly centralUrl?: string
  readonly keys: KeyProvider
  readonly printer: Printer
  readonly systemProxy?: AppOptions['systemProxy']
  readonly ocrWorkerUrl?: URL
  readonly log: NonNullable<AppOptions['log']>
}

/** The running core and, in a demo, the central that runs beside it. */
export type Core = { readonly app: App; stop(): Promise<void> }

/** Starts the core; a demo's central beside it, once the data folder is known to be a demo's. */
export async function startCore(settings: CoreSettings): Promise<Core> {
  const { createApp } = await import('../app/create-app.ts')
  let central: Central | undefined
  const startDemo = async () => {
    central ??= await startDemoCentral(settings.dataDir)
    return { centralUrl: central.url, enrolmentCode: central.enrolmentCode }
  }
  const app = await createApp({
    host: settings.host,
    dataDir: settings.dataDir,
    keys: settings.keys,
    printer: settings.printer,
    ...(settings.systemProxy === undefined ? {} : { systemProxy: settings.systemProxy }),
    ...(settings.centralUrl === undefined ? {} : { centralUrl: settings.centralUrl }),
    ...(settings.mode === 'demo' ? { demo: startDemo } : {}),
    ...(settings.ocrWorkerUrl === undefined ? {} : { ocrWorkerUrl: settings.ocrWorkerUrl }),
    version: VERSION,
    builtAt: BUILT_AT,
    log: settings.log,
  })
  const stopWatching = watchNetwork(app.networkChanged)
  return {
    app,
    async stop() {
      stopWatching()
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
