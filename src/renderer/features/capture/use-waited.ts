import { useEffect, useState } from 'react'

/** True once `running` has lasted for so long; at once when nothing is to be waited for. */
export function useWaited(running: boolean, ms: number): boolean {
  const [waited, setWaited] = useState(ms === 0)
  useEffect(() => {
    if (!running || ms === 0) return
    const timer = setTimeout(() => setWaited(true), ms)
    return () => clearTimeout(timer)
  }, [running, ms])
  return waited
}
