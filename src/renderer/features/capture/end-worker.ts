const NEXT_SCREEN_MS = 1_000

/** Ends a worker whose screen is left, once the next screen is shown: taking a worker down costs the processor as much. */
export function endWorker(worker: Worker): void {
  setTimeout(() => worker.terminate(), NEXT_SCREEN_MS)
}
