import { useEffect, useState } from 'react'
import { endWorker } from './end-worker.ts'
import type { LookAnswer } from './worker-messages.ts'

/** The worker that judges frames, and how it stands. */
export type ChecksWorker = {
  readonly worker: Worker | undefined
  /** `loading`: its models are being fetched; `broken`: the checks cannot run on this machine. */
  readonly state: 'loading' | 'looking' | 'broken'
}

/** Starts a worker of the checks, and ends it when the screen is left. */
export function useChecksWorker(newWorker: () => Worker): ChecksWorker {
  const [checks, setChecks] = useState<ChecksWorker>({ worker: undefined, state: 'loading' })
  useEffect(() => {
    const worker = newWorker()
    setChecks({ worker, state: 'loading' })
    worker.addEventListener('message', ({ data }: MessageEvent<LookAnswer<string, unknown>>) => {
      if (data.kind === 'ready') setChecks({ worker, state: 'looking' })
      if (data.kind === 'broken') setChecks({ worker, state: 'broken' })
    })
    worker.addEventListener('error', () => setChecks({ worker, state: 'broken' }))
    return () => endWorker(worker)
  }, [newWorker])
  return checks
}

/** The checks of a KTP. */
export const newCardWorker = (): Worker =>
  new Worker(new URL('./card-check.worker.ts', import.meta.url), { type: 'module' })

/** The checks of a face; loading its models takes about a second. */
export const newFaceWorker = (): Worker =>
  new Worker(new URL('./face-check.worker.ts', import.meta.url), { type: 'module' })
