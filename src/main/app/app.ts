import type { Answer } from '#shared/domain/errors.ts'
import type { KeyProvider } from '../services/vault/key-provider.ts'

/** Everything a host passes in: the core itself knows neither Electron nor a browser nor the wall clock. */
export type AppOptions = {
  readonly host: 'electron' | 'node-host' | 'headless'
  /** Where database, packets and pictures lie; created when missing. */
  readonly dataDir: string
  readonly keys: KeyProvider
  /** Base URL of the central API; without it the store's own setting (from first set-up) is used. */
  readonly centralUrl?: string
  /**
   * Demo mode: the embedded central, or what starts it once the data folder is known to be a demo's. Data of a demo
   * never mixes with real data.
   */
  readonly demo?: DemoCentral | (() => Promise<DemoCentral>)
  readonly version: string
  /** When this build was made: a clock before it is wrong. */
  readonly builtAt: Date
  readonly clock?: Clock
  readonly random?: (bytes: number) => Uint8Array
  /** Structured log lines without personal data. */
  readonly log?: (entry: LogEntry) => void
  /** Free bytes on the data folder's volume; the operating system's answer unless a test passes its own. */
  readonly freeBytes?: (folder: string) => number
  /** The operating system's proxy for an address; the environment's unless a host knows better. */
  readonly systemProxy?: (address: string) => string | undefined | Promise<string | undefined>
  /** Document cameras offered for stills; the system's own unless a test passes fswebcam's TEST or FILE source. */
  readonly stillCameras?: () => { readonly id: string; readonly label: string }[]
  /** The desk's printer: its paper, and the host's own way to print the page without asking, where it has one. */
  readonly printer?: Printer
  /** From how many pages on a database is checked partly after the start; the store's own figure unless a test wants less. */
  readonly largePages?: number
  /** Where the OCR worker's file lies when it is not beside the bundle. */
  readonly ocrWorkerUrl?: URL
}

/** The address of a demo's own central, and a code to connect with it. */
export type DemoCentral = { readonly centralUrl: string; readonly enrolmentCode: string }

/** `AppOptions` once the demo's central runs. */
export type RunningOptions = Omit<AppOptions, 'demo'> & { readonly demo?: DemoCentral }

/** How a desk prints. Without `print` the page calls the browser's own printing. */
export type Printer = {
  readonly paper: 'a4' | '80mm'
  readonly silent: boolean
  /** Prints the page as it stands; answers whether the printer took it. */
  readonly print?: () => Promise<boolean>
}

/** A desk of which nothing was said: the system's print dialog, on A4. */
export const ANY_PRINTER: Printer = { paper: 'a4', silent: false }

/** Time, passed in so that tests need not wait. */
export interface Clock {
  now(): Date
  /** Milliseconds of uptime, sleep included; setting the computer clock does not move it. */
  monotonic(): number
  /** Calls `run` after `ms`; the returned function cancels. */
  after(ms: number, run: () => void): () => void
}

export type LogEntry = {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly detail?: Readonly<Record<string, string | number | boolean>>
}

/** Something that changed in the core; the renderer then uses the snapshot in it. */
export type AppEvent = { readonly event: string; readonly value: unknown }

/** The running core: one door for calls, one stream of events. */
export interface App {
  /** The one door: channel known → input parsed → role checked → service called → errors mapped. Never throws. */
  dispatch(channel: string, input: unknown): Promise<Answer>
  /** Subscribes to events; the returned function ends it. */
  onEvent(listen: (event: AppEvent) => void): () => void
  /** The host saw that the computer's network changed: a cable plugged in, another address. */
  networkChanged(): void
  /** Stops runner and workers, checkpoints and closes the store. */
  close(): Promise<void>
}

/**
 * `createApp(options): Promise<App>` in `create-app.ts`. It always resolves: a store that cannot be opened
 * (wrong key, damaged, not writable, …) becomes a started app whose `app.status` names the problem and whose
 * other calls answer `{code:'store'}`: the person at the screen is told what to do, and nothing is touched.
 */
export type CreateApp = (options: AppOptions) => Promise<App>
