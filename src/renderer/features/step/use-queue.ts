import { useCallback, useRef } from 'react'

/** Runs tasks one at a time, in the order they came. */
export function useQueue() {
  const last = useRef<Promise<unknown>>(Promise.resolve())
  return useCallback(<T>(task: () => Promise<T>): Promise<T> => {
    const next = last.current.then(task, task)
    last.current = next
    return next
  }, [])
}
