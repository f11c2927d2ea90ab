import { useEffect, useState } from 'react'
import { askForTurn, type HeadTurn, isTurnSeen } from './head-turn.ts'

/**
 * A hint that somebody sits there and follows a word: the head is turned to a side that is drawn by lot. It is no proof
 * of life, and nothing in the program treats it as one.
 * @param wanted whether this desk asks for it
 * @param yaw degrees to the registrant's own left; null while no face is seen
 */
export function useHeadTurn(wanted: boolean, yaw: number | null) {
  const [turn, setTurn] = useState<HeadTurn>('none')
  const seen = isTurnSeen(turn, yaw)
  useEffect(() => {
    if (seen) setTurn('done')
  }, [seen])
  return {
    turn,
    /** Asks for the turn when it is wanted and was not seen yet; answers whether the photo must wait for it. */
    ask(): boolean {
      const asked = askForTurn(turn, wanted)
      if (asked) setTurn(asked)
      return asked !== undefined
    },
  }
}
