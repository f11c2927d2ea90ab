import { describe, expect, it } from 'vitest'
import { askForTurn, isTurnSeen } from '../../../src/renderer/features/face/head-turn.ts'

describe('the head-turn that a desk may ask for', () => {
  it('holds up no photo where it is not wanted, or was seen', () => {
    expect(askForTurn('none', false)).toBeUndefined()
    expect(askForTurn('done', true)).toBeUndefined()
  })

  it('is asked for to a side drawn by lot', () => {
    // Two hundred draws of one side alone happen once in 10^60.
    const sides = Array.from({ length: 200 }, () => askForTurn('none', true))
    expect(new Set(sides)).toEqual(new Set(['left', 'right']))
  })

  it('keeps its side until it is seen', () => {
    for (let look = 0; look < 50; look++) expect(askForTurn('right', true)).toBe('right')
  })

  it.each([
    ['left', 25, true],
    ['left', -25, false],
    ['right', -25, true],
    ['right', 25, false],
    ['left', 10, false],
    ['right', null, false],
    ['none', 40, false],
  ] as const)('%s asked, %s degrees to the own left: %s', (turn, yaw, seen) => {
    expect(isTurnSeen(turn, yaw)).toBe(seen)
  })
})
