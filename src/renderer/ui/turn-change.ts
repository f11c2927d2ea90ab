import { useEffect, useRef, useState } from 'react'
import { playTurnTone } from './sound.ts'

/** Whose turn it is: the registrant touches, or the petugas types. */
export type Turn = 'pemohon' | 'petugas'

/** After the turn changes, touches count for nothing this long: nobody answers for the other by accident. */
export const TURN_DEAD_MS = 400

// Screens come and go; the turn of the one before must be remembered outside them.
let lastTurn: Turn | null = null

/**
 * True during the dead time after the turn passed to the other person.
 * @param sound plays the tone of a changed turn
 */
export function useTurnChange(turn: Turn, sound: boolean): boolean {
  const [dead, setDead] = useState(false)
  // Switching the sound on or off is not a new turn: the effect below must not run for it.
  const withSound = useRef(sound)
  withSound.current = sound

  useEffect(() => {
    const changed = lastTurn !== null && lastTurn !== turn
    lastTurn = turn
    if (!changed) return
    if (withSound.current) playTurnTone()
    setDead(true)
    const timer = setTimeout(() => setDead(false), TURN_DEAD_MS)
    return () => {
      clearTimeout(timer)
      setDead(false)
    }
  }, [turn])
  return dead
}
