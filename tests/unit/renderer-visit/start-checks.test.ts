import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NEXT_SCREEN_MS } from '../../../src/renderer/features/capture/end-later.ts'
import {
  CHECKS_TIMES,
  type ChecksState,
  startChecks,
} from '../../../src/renderer/features/capture/start-checks.ts'
import type { LookAnswer, LookRequest } from '../../../src/renderer/features/capture/worker-messages.ts'

type Answer = LookAnswer<'none' | 'good', string>

/** Stands where a worker stands, and answers only when told to. */
class SlowWorker extends EventTarget {
  readonly asked: LookRequest[] = []
  ended = false
  postMessage(request: LookRequest): void {
    this.asked.push(request)
  }
  terminate(): void {
    this.ended = true
  }
  say(data: Answer): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  /** Answers the request that has waited longest. */
  looked(found: string): void {
    this.say({ id: this.asked.shift()?.id ?? -1, kind: 'looked', verdict: 'good', found })
  }
}

function checksUnderTest() {
  const workers: SlowWorker[] = []
  const states: ChecksState[] = []
  const checks = startChecks<'none' | 'good', string>(
    () => {
      const worker = new SlowWorker()
      workers.push(worker)
      return worker as unknown as Worker
    },
    (state) => states.push(state),
  )
  const newest = () => workers.at(-1) ?? new SlowWorker()
  return { checks, workers, states, newest }
}

const frame = () => ({ close: vi.fn() }) as unknown as VideoFrame

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('asking the checks', () => {
  it('gives every question its own answer, whatever comes first', async () => {
    const { checks, newest } = checksUnderTest()
    newest().say({ kind: 'ready' })
    const [first, second] = [checks.ask('look', frame()), checks.ask('look', frame())]
    const [one, two] = newest().asked
    newest().say({ id: two?.id ?? 0, kind: 'looked', verdict: 'good', found: 'second' })
    newest().say({ id: one?.id ?? 0, kind: 'looked', verdict: 'none', found: 'first' })
    expect([await first, await second]).toMatchObject([{ found: 'first' }, { found: 'second' }])
  })

  it('starts a silent worker anew, and gives up what it was asked', async () => {
    const { checks, workers, states, newest } = checksUnderTest()
    newest().say({ kind: 'ready' })
    const lost = checks.ask('look', frame())
    vi.advanceTimersByTime(CHECKS_TIMES.answerWithin)
    expect(await lost).toBeUndefined()
    expect(workers.map(({ ended }) => ended)).toEqual([true, false])
    newest().say({ kind: 'ready' })
    const answered = checks.ask('look', frame())
    newest().looked('again')
    expect(await answered).toMatchObject({ found: 'again' })
    expect(states).toEqual(['looking', 'loading', 'looking'])
  })

  it('hears nothing more from a worker that it has given up', async () => {
    const { checks, workers, newest } = checksUnderTest()
    newest().say({ kind: 'ready' })
    void checks.ask('look', frame())
    vi.advanceTimersByTime(CHECKS_TIMES.answerWithin)
    const asked = checks.ask('look', frame())
    newest().say({ kind: 'ready' })
    workers[0]?.say({ id: newest().asked[0]?.id ?? 0, kind: 'looked', verdict: 'good', found: 'ghost' })
    newest().looked('present')
    expect(await asked).toMatchObject({ found: 'present' })
  })

  it.each<[string, (under: ReturnType<typeof checksUnderTest>) => void]>([
    ['says so', ({ newest }) => newest().say({ kind: 'broken' })],
    ['cannot be started', ({ newest }) => newest().dispatchEvent(new Event('error'))],
    ['is never ready', () => vi.advanceTimersByTime(CHECKS_TIMES.readyWithin)],
    [
      'falls silent twice',
      ({ checks, newest }) => {
        for (let n = 0; n < 2; n += 1) {
          newest().say({ kind: 'ready' })
          void checks.ask('look', frame())
          vi.advanceTimersByTime(CHECKS_TIMES.answerWithin)
        }
      },
    ],
    [
      'fails at five frames on end',
      ({ checks, newest }) => {
        newest().say({ kind: 'ready' })
        for (let n = 0; n < 5; n += 1) {
          void checks.ask('look', frame())
          newest().say({ id: newest().asked.shift()?.id ?? 0, kind: 'failed' })
        }
      },
    ],
  ])('is broken for good when the worker %s, and answers at once from then on', async (_, breakIt) => {
    const under = checksUnderTest()
    breakIt(under)
    expect(under.states.at(-1)).toBe('broken')
    expect(under.workers.every(({ ended }) => ended)).toBe(true)
    const late = frame()
    expect(await under.checks.ask('take', late)).toBeUndefined()
    expect(late.close).toHaveBeenCalled()
  })

  it('forgives single frames that fail', async () => {
    const { checks, states, newest } = checksUnderTest()
    newest().say({ kind: 'ready' })
    for (let n = 0; n < 20; n += 1) {
      const asked = checks.ask('look', frame())
      if (n % 3 === 0) newest().say({ id: newest().asked.shift()?.id ?? 0, kind: 'failed' })
      else newest().looked('')
      expect((await asked) === undefined).toBe(n % 3 === 0)
    }
    expect(states).toEqual(['looking'])
  })

  it('still answers what is under way when the screen is left, and then ends', async () => {
    const { checks, workers, newest } = checksUnderTest()
    newest().say({ kind: 'ready' })
    const [answered, unanswered] = [checks.ask('encode', frame()), checks.ask('encode', frame())]
    checks.close()
    const photo = { file: new Blob(), jpeg: new Blob(), width: 4, height: 3 }
    newest().say({ id: newest().asked.shift()?.id ?? 0, kind: 'encoded', photo })
    expect(await answered).toMatchObject({ photo })
    vi.advanceTimersByTime(NEXT_SCREEN_MS)
    expect(await unanswered).toBeUndefined()
    expect(workers.map(({ ended }) => ended)).toEqual([true])
    vi.advanceTimersByTime(60_000)
    expect(workers).toHaveLength(1)
  })
})
