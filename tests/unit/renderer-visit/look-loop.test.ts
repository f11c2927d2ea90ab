import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type LookState, startLooking } from '../../../src/renderer/features/capture/look-loop.ts'
import type { Looked } from '../../../src/renderer/features/capture/worker-messages.ts'

type Verdict = 'none' | 'blur' | 'good'

/** A live view whose looks take 60 ms; what it sees and whether something is in front of it can be changed at any time. */
function liveView(keeps: boolean) {
  const view = { sees: 'blur' as Verdict | undefined, covered: false, underWay: 0, most: 0 }
  const shown: LookState<Verdict, number>[] = []
  const taken: number[] = []
  const look = async (): Promise<Looked<Verdict, number> | undefined> => {
    view.underWay += 1
    view.most = Math.max(view.most, view.underWay)
    await pause(60)
    view.underWay -= 1
    return view.sees && { verdict: view.sees, found: shown.length }
  }
  const start = () =>
    startLooking<Verdict, number>({
      nothing: 'none',
      look,
      covered: () => view.covered,
      onLook: (state) => shown.push(state),
      onSteady: async () => {
        taken.push(Date.now())
        return keeps
      },
      now: Date.now,
      wait: pause,
    })
  return { view, shown, taken, start }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

describe('looking again and again', () => {
  it('says what it sees, and the photo takes itself once the picture has been good for 0.6 s', async () => {
    const { view, shown, taken, start } = liveView(true)
    start()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(shown.at(-1)?.hint).toBe('blur')
    expect(taken).toEqual([])
    view.sees = 'good'
    await vi.advanceTimersByTimeAsync(2_000)
    expect(taken).toHaveLength(1)
    expect(taken[0]).toBeGreaterThan(2_600)
    expect(taken[0]).toBeLessThan(2_900)
    const looks = shown.length
    await vi.advanceTimersByTimeAsync(2_000)
    expect(shown.length, 'the photo is kept: nothing more is looked at').toBe(looks)
  })

  it('goes on looking after a photo that cannot be kept', async () => {
    const { view, taken, start } = liveView(false)
    view.sees = 'good'
    start()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(taken.length).toBeGreaterThan(2)
    expect((taken[1] ?? 0) - (taken[0] ?? 0)).toBeGreaterThanOrEqual(600)
  })

  it('goes on after looks that could not be answered, and good must last anew', async () => {
    const { view, shown, taken, start } = liveView(true)
    view.sees = 'good'
    start()
    await vi.advanceTimersByTimeAsync(400)
    view.sees = undefined
    await vi.advanceTimersByTimeAsync(300)
    view.sees = 'good'
    await vi.advanceTimersByTimeAsync(500)
    expect(taken).toEqual([])
    await vi.advanceTimersByTimeAsync(400)
    expect(taken).toHaveLength(1)
    expect(shown.length).toBeGreaterThan(5)
  })

  it('takes no photo behind a dialog, and starts anew when it is gone', async () => {
    const { view, taken, start } = liveView(true)
    view.sees = 'good'
    start()
    await vi.advanceTimersByTimeAsync(400)
    view.covered = true
    await vi.advanceTimersByTimeAsync(5_000)
    expect(taken).toEqual([])
    view.covered = false
    await vi.advanceTimersByTimeAsync(500)
    expect(taken).toEqual([])
    await vi.advanceTimersByTimeAsync(500)
    expect(taken).toHaveLength(1)
  })

  it('has one look under way, however often it is ended and started again', async () => {
    const { view, shown, start } = liveView(true)
    for (let n = 0; n < 5; n += 1) {
      const stop = start()
      await vi.advanceTimersByTimeAsync(230)
      stop()
      // A look that was under way when it was ended ends by itself.
      await vi.advanceTimersByTimeAsync(60)
      view.most = 0
    }
    start()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(view.most).toBe(1)
    const before = shown.length
    await vi.advanceTimersByTimeAsync(1_000)
    expect(shown.length - before, 'ten looks a second, not more').toBeLessThanOrEqual(10)
  })
})
