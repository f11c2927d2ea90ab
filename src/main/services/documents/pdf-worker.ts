import { parentPort, workerData } from 'node:worker_threads'
import { openPdf } from './open-pdf.ts'

/** The thread that opens one PDF and ends. One that hangs it, or takes all of its memory, costs this thread only. */
parentPort?.postMessage(await openPdf(workerData as Uint8Array))
