import { describe, expect, it } from 'vitest'
import { createWatchdog } from '../../../src/renderer/features/capture/watchdog.ts'

/** A desk's two clocks: milliseconds since the page was loaded, and since 1970. */
const START = Date.UTC(2026, 10, 23, 1)
const awake = (ms: number) => ({ page: ms, wall: START + ms })

describe('watching the picture', () => {
  it('lets a moving picture alone', () => {
    const stands = createWatchdog()
    for (let second = 0; second < 60; second += 1) expect(stands(awake(second * 1000), second)).toBe(false)
  })

  it('opens the camera anew when the picture has stood still for six seconds, and gives it time again', () => {
    const stands = createWatchdog()
    const answers = Array.from({ length: 12 }, (_, second) => stands(awake(second * 1000), 7))
    expect(answers.indexOf(true)).toBe(6)
    expect(answers.slice(7).includes(true)).toBe(false)
  })

  it('opens the camera anew when the machine has slept', () => {
    const stands = createWatchdog()
    expect(stands(awake(0), 1)).toBe(false)
    expect(stands(awake(1_000), 2)).toBe(false)
    expect(stands(awake(600_000), 3)).toBe(true)
    expect(stands(awake(601_000), 4)).toBe(false)
  })

  // On Linux the page's clock stands still while the machine sleeps; the wall's does not.
  it('notices sleep that only the wall clock knows of', () => {
    const stands = createWatchdog()
    expect(stands(awake(1_000), 2)).toBe(false)
    expect(stands({ page: 2_000, wall: START + 600_000 }, 2)).toBe(true)
    expect(stands({ page: 3_000, wall: START + 601_000 }, 3)).toBe(false)
  })

  it('calls it no sleep when the wall clock is set back', () => {
    const stands = createWatchdog()
    expect(stands(awake(1_000), 2)).toBe(false)
    expect(stands({ page: 2_000, wall: START - 600_000 }, 3)).toBe(false)
  })
})
