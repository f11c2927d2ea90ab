import type { KtpReading } from '#shared/domain/ktp/reading.ts'

/** What a worker thread is started with. */
export type WorkerSettings = {
  /** Tesseract instances in the thread. */
  readonly engines: number
  /** No further outline is tried after this long. */
  readonly searchMs: number
  /** Tests only: what the thread does instead of reading. */
  readonly fault?: WorkerFault
}

/** A deliberate failure: the thread dies, or spins for ever. */
export type WorkerFault = 'crash' | 'hang'

export type WorkerRequest =
  | { readonly id: number; readonly kind: 'warm' }
  | { readonly id: number; readonly kind: 'read'; readonly picture: Uint8Array }

export type WorkerReply =
  | { readonly id: number; readonly kind: 'warm' }
  | { readonly id: number; readonly kind: 'read'; readonly reading: KtpReading }
