import { useEffect, useState } from 'react'

/** Whose turn it is: the registrant touches, or the petugas types. */
export type Turn = 'pemohon' | 'petugas'

/** After the turn changes, touches count for nothing this long: nobody answers for the other by accident. */
export const TURN_DEAD_MS = 400

// Screens come and go; the turn of the one before must be remembered outside them.
let lastTurn: Turn | null = null

/**
 * True during the dead time after the turn passed to the other person.
 * @param onChange called once per change (for the tone)
 */
export function useTurnChange(turn: Turn, onChange: () => void): boolean {
  const [dead, setDead] = useState(false)
  useEffect(() => {
    const changed = lastTurn !== null && lastTurn !== turn
    lastTurn = turn
    if (!changed) return
    onChange()
    setDead(true)
    const timer = setTimeout(() => setDead(false), TURN_DEAD_MS)
    return () => {
      clearTimeout(timer)
      setDead(false)
    }
    // The tone's function changes with the sound setting; only a new turn may play it.
  }, [turn])
  return dead
}
