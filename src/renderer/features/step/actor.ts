/** Who worked a step: the registrant alone, or with the petugas' hand. */
export type Actor = 'sendiri' | 'dibantu'

/**
 * Guesses who acted from the last pointer: the petugas keeps mouse and keyboard, the registrant
 * touches. On a screen without touch the mouse is handed over, so the turn decides (interface
 * specification §2).
 * @param hasTouch whether the screen can be touched at all
 * @param lastPointer `pointerType` of the last press on this step; undefined: keyboard only
 */
export function actorOf(
  turn: 'pemohon' | 'petugas',
  hasTouch: boolean,
  lastPointer: string | undefined,
): Actor {
  if (turn === 'petugas') return 'dibantu'
  if (!hasTouch) return 'sendiri'
  return lastPointer === 'touch' || lastPointer === 'pen' ? 'sendiri' : 'dibantu'
}
