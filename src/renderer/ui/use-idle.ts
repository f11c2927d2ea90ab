import { useEffect, useRef } from 'react'

/** What counts as somebody being there. */
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel'] as const

/**
 * Calls `onIdle` once nobody has touched screen or keyboard for a while; any touch starts the time again.
 * @param seconds null: not now
 */
export function useIdle(seconds: number | null, onIdle: () => void): void {
  const latest = useRef(onIdle)
  latest.current = onIdle
  useEffect(() => {
    if (seconds === null) return
    let timer: ReturnType<typeof setTimeout>
    const restart = () => {
      clearTimeout(timer)
      timer = setTimeout(() => latest.current(), seconds * 1000)
    }
    restart()
    for (const sign of SIGNS_OF_LIFE)
      document.addEventListener(sign, restart, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, restart, { capture: true })
    }
  }, [seconds])
}
