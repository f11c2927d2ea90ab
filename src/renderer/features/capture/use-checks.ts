import { useEffect, useState } from 'react'
import type { CardVerdict } from './checks/card-check.ts'
import type { FaceVerdict } from './checks/face-check.ts'
import type { CardFound } from './checks/look-at-card.ts'
import type { FaceFound } from './face-check.worker.ts'
import { type Checks, type ChecksState, startChecks } from './start-checks.ts'

/** The checks of a screen and how they stand. */
export type RunningChecks<V extends string, F> = {
  readonly checks: Checks<V, F> | undefined
  readonly state: ChecksState
}

/** The checks of a KTP, as long as the screen is shown. */
export const useCardChecks = (): RunningChecks<CardVerdict, CardFound> => useChecks(newCardWorker)

/** The checks of a face; loading their models takes about a second. */
export const useFaceChecks = (): RunningChecks<FaceVerdict, FaceFound> => useChecks(newFaceWorker)

const newCardWorker = (): Worker =>
  new Worker(new URL('./card-check.worker.ts', import.meta.url), { type: 'module' })

const newFaceWorker = (): Worker =>
  new Worker(new URL('./face-check.worker.ts', import.meta.url), { type: 'module' })

function useChecks<V extends string, F>(newWorker: () => Worker): RunningChecks<V, F> {
  const [running, setRunning] = useState<RunningChecks<V, F>>({ checks: undefined, state: 'loading' })
  useEffect(() => {
    let left = false
    const checks = startChecks<V, F>(newWorker, (state) => {
      if (!left) setRunning({ checks, state })
    })
    setRunning({ checks, state: 'loading' })
    return () => {
      left = true
      checks.close()
    }
  }, [newWorker])
  return running
}
