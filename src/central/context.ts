import type { CentralKeys } from './keys.ts'
import type { Db } from './store/database.ts'

/** Sizes a kiosk must keep to, told at enrolment and with the recipients. */
export type Limits = { readonly packetBytes: number; readonly photoBytes: number }

/** The largest that are ever taken; a central may publish smaller ones (`CentralOptions.limits`). */
export const LIMITS = { packetBytes: 20 * 1024 * 1024, photoBytes: 5 * 1024 * 1024 } as const satisfies Limits

/** An office as an enrolment names it. */
export type Office = { readonly code: string; readonly name: string }

/** An event for the operator's log: a name and numbers, never personal data. */
export type LogEntry = { readonly event: string; readonly detail?: string }

/** What every part of the central works with. Clock and randomness are handed in, so that tests own them. */
export type Context = {
  readonly db: Db
  readonly dataDir: string
  readonly keys: CentralKeys
  readonly demo: boolean
  /** Milliseconds between the last proof and the verdict (docs/demo.md). */
  readonly verdictDelayMs: number
  readonly office: Office
  now(): Date
  random(bytes: number): Uint8Array
  log(entry: LogEntry): void
  /** Where registrants reach the public pages, without a trailing slash. */
  publicUrl(): string
}
