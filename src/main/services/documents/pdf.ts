import { Worker } from 'node:worker_threads'
import { findWorkerScript } from '../worker-script/index.ts'
import type { OpenedPdf } from './open-pdf.ts'

/** ISO 32000-1, 7.5.2 and implementation note 13: readers accept the header within the first 1024 bytes. */
const HEADER_WITHIN = 1024
/** The end marker stands in the last 1024 bytes. */
const END_WITHIN = 1024
/** A PDF below 2 MB with 60,000 objects opens in two seconds; one that takes longer than this was made to. */
const OPENS_WITHIN_MS = 20_000
/** That PDF takes 0.3 GB. */
const OPENS_WITHIN_MB = 768

/** Whether bytes are a PDF at a glance; `damaged` when its end, where reading begins, is not there. */
export function glanceAtPdf(bytes: Uint8Array): 'pdf' | 'no-pdf' | 'damaged' {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!view.subarray(0, HEADER_WITHIN).includes('%PDF-')) return 'no-pdf'
  const end = view.subarray(Math.max(0, view.length - END_WITHIN))
  const at = end.lastIndexOf('startxref')
  if (at === -1 || !end.subarray(at).includes('%%EOF')) return 'damaged'
  const start = Number(/startxref\s+(\d+)/.exec(end.toString('latin1', at))?.[1])
  return Number.isInteger(start) && start < view.length ? 'pdf' : 'damaged'
}

/**
 * Opens a PDF in a thread of its own, because that can take seconds. One that does not open in time, or takes too much
 * memory, counts as damaged: whoever checks it behind the central could not open it either.
 */
export function tryPdf(bytes: Uint8Array, withinMs = OPENS_WITHIN_MS): Promise<OpenedPdf> {
  const thread = new Worker(findWorkerScript(import.meta.url, 'pdf-worker'), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: OPENS_WITHIN_MB },
  })
  return new Promise<OpenedPdf>((resolve, reject) => {
    const timer = setTimeout(() => void thread.terminate(), withinMs)
    thread.once('message', resolve)
    thread.once('error', (cause: NodeJS.ErrnoException) => {
      // Too large for its memory, and ended; anything else is a bug, and nobody's file is blamed for it.
      if (cause.code !== 'ERR_WORKER_OUT_OF_MEMORY') reject(cause)
    })
    thread.once('exit', () => {
      clearTimeout(timer)
      resolve('damaged')
    })
  })
}
