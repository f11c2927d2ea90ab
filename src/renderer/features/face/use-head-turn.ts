import { useEffect, useState } from 'react'

/** Degrees of a turn that was meant. */
const TURNED = 18

/** `none`: not asked for; `left`, `right`: asked for now, as the registrant sees it; `done`: seen. */
export type HeadTurn = 'none' | 'left' | 'right' | 'done'

/**
 * A hint that somebody sits there and follows a word: the head is turned to a side that is drawn by lot. It is no proof
 * of life, and nothing in the program treats it as one.
 * @param wanted whether this desk asks for it
 * @param yaw degrees to the registrant's own left; null while no face is seen
 */
export function useHeadTurn(wanted: boolean, yaw: number | null) {
  const [turn, setTurn] = useState<HeadTurn>('none')
  const seen = yaw !== null && ((turn === 'left' && yaw > TURNED) || (turn === 'right' && yaw < -TURNED))
  useEffect(() => {
    if (seen) setTurn('done')
  }, [seen])
  return {
    turn,
    /** Asks for the turn when it is wanted and was not seen yet; answers whether the photo must wait for it. */
    ask(): boolean {
      if (!wanted || turn === 'done') return false
      if (turn === 'none') setTurn(drawSide())
      return true
    },
  }
}

const drawSide = (): HeadTurn =>
  (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) < 128 ? 'left' : 'right'
