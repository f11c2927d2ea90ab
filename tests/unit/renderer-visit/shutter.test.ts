import { describe, expect, it } from 'vitest'
import type { CardVerdict } from '../../../src/renderer/features/capture/checks/card-check.ts'
import {
  afterLook,
  beforeFirstLook,
  missingTooLong,
  shutterDue,
} from '../../../src/renderer/features/capture/checks/shutter.ts'

/** Feeds looks 200 ms apart and answers the state and the time after the last one. */
function watch(looks: readonly CardVerdict[]) {
  let state = beforeFirstLook<CardVerdict>('none', 0)
  let now = 0
  for (const look of looks) {
    now += 200
    state = afterLook(state, look, now)
  }
  return { state, now }
}

describe('automatic shutter', () => {
  it('releases after 0.6 s of good, not before', () => {
    const three = watch(['good', 'good', 'good'])
    expect(shutterDue(three.state, three.now)).toBe(false)
    const four = watch(['good', 'good', 'good', 'good'])
    expect(shutterDue(four.state, four.now)).toBe(true)
  })

  it('says that the picture is good before it takes it, however slow the looks are', () => {
    let state = beforeFirstLook<CardVerdict>('none', 0)
    const looks = [900, 1_800, 2_700].map((now) => {
      state = afterLook(state, 'good', now)
      return { shown: state.shown, due: shutterDue(state, now) }
    })
    expect(looks).toEqual([
      { shown: 'none', due: false },
      { shown: 'good', due: false },
      { shown: 'good', due: true },
    ])
  })

  it('starts again after one bad look', () => {
    const { state, now } = watch(['good', 'good', 'good', 'blur', 'good', 'good', 'good'])
    expect(shutterDue(state, now)).toBe(false)
  })
})

describe('hints', () => {
  it('stay long enough to be read', () => {
    expect(watch(['blur', 'small']).state.shown).toBe('none')
    expect(watch(['blur', 'blur', 'blur', 'blur']).state.shown).toBe('blur')
    expect(watch(['blur', 'blur', 'blur', 'blur', 'small']).state.shown).toBe('blur')
  })

  it('turn to good at the second good look, without waiting', () => {
    expect(watch(['blur', 'good']).state.shown).toBe('none')
    expect(watch(['blur', 'good', 'good']).state.shown).toBe('good')
  })

  it('do not flicker on one odd look', () => {
    const steady = Array<CardVerdict>(8).fill('blur')
    expect(watch([...steady, 'dark', 'blur']).state.shown).toBe('blur')
    expect(watch(['good', 'good', 'blur', 'good']).state.shown).toBe('good')
  })

  it('do not stand still while looks disagree', () => {
    const disagreeing = Array.from({ length: 8 }, (_, n): CardVerdict => (n % 2 === 0 ? 'blur' : 'glare'))
    expect(watch(['good', 'good', 'good', ...disagreeing]).state.shown).not.toBe('good')
    expect(watch(['none', 'none', 'none', 'none', ...disagreeing]).state.shown).not.toBe('none')
  })

  it('name the other ways after ten seconds without a card', () => {
    const nearly = watch(Array<CardVerdict>(49).fill('none'))
    expect(missingTooLong(nearly.state, nearly.now)).toBe(false)
    const long = watch(Array<CardVerdict>(50).fill('none'))
    expect(missingTooLong(long.state, long.now)).toBe(true)
    const seen = watch([...Array<CardVerdict>(49).fill('none'), 'blur', 'none'])
    expect(missingTooLong(seen.state, seen.now)).toBe(false)
  })
})
