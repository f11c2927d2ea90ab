/** Degrees of a turn that was meant. */
const TURNED = 18

/** `none`: not asked for; `left`, `right`: asked for now, as the registrant sees it; `done`: seen. */
export type HeadTurn = 'none' | 'left' | 'right' | 'done'

/** Whether the head is turned as it was asked for. @param yaw degrees to the registrant's own left; null without a face */
export const isTurnSeen = (turn: HeadTurn, yaw: number | null): boolean =>
  yaw !== null && ((turn === 'left' && yaw > TURNED) || (turn === 'right' && yaw < -TURNED))

/**
 * A good face is there: what is asked for now, the side drawn by lot.
 * @returns undefined when the photo need not wait
 */
export function askForTurn(turn: HeadTurn, wanted: boolean): HeadTurn | undefined {
  if (!wanted || turn === 'done') return undefined
  return turn === 'none' ? drawSide() : turn
}

const drawSide = (): HeadTurn =>
  (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) < 128 ? 'left' : 'right'
