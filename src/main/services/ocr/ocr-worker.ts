import { parentPort, workerData } from 'node:worker_threads'
import { type CardReaderParts, readCard } from './read-card.ts'
import { createTextEngine } from './text/engine.ts'
import { loadRegions } from './text/regions.ts'
import type { WorkerReply, WorkerRequest, WorkerSettings } from './worker-messages.ts'

/**
 * The isolated thread that decodes and reads pictures. A picture that crashes or hangs it costs this
 * thread only; the host (reader-host.ts) starts another.
 */
const settings = workerData as WorkerSettings
const port = parentPort
if (!port) throw new Error('ocr-worker runs as a worker thread only')

const start = async (): Promise<CardReaderParts> => ({
  regions: loadRegions(),
  engine: await createTextEngine(settings.engines),
  searchMs: settings.searchMs,
})
const parts = start()
// A failure to start is reported with the first request, not as an unhandled rejection.
parts.catch(() => undefined)

const answer = async (request: WorkerRequest): Promise<WorkerReply> => {
  const ready = await parts
  if (request.kind === 'warm') return { id: request.id, kind: 'warm' }
  if (settings.fault === 'hang') for (;;);
  if (settings.fault === 'crash') process.exit(134)
  return { id: request.id, kind: 'read', reading: await readCard(request.picture, ready) }
}

port.on('message', (request: WorkerRequest) => {
  answer(request).then(
    (reply) => port.postMessage(reply),
    // Bugs end the thread: the host sees the exit, retries once and then says `failed`.
    () => process.exit(70),
  )
})
