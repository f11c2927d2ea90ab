import type { Result } from '#shared/domain/result.ts'
import type { Clock } from '../../app/app.ts'
import type { CentralError, CentralHealth } from '../central-api/index.ts'

/** How long an answer is waited for before it is asked again beside, and the line is said to be down. */
const PATIENCE_MS = { online: 10_000, offline: 5_000 } as const
/** Questions that may wait at a time: together they leave a slow line as long as a single one would have had. */
const MOST_WAITING = 6
/** A question as young as this is not asked once more. */
const JUST_ASKED_MS = 1_000

type Deps = {
  readonly clock: Clock
  /** Asks the central how it is; null when there is none to ask. */
  readonly ask: (signal: AbortSignal) => Promise<Result<CentralHealth, CentralError>> | null
  readonly isOnline: () => boolean
  /** From an answer to the next question, milliseconds. */
  readonly periodMs: () => number
  /**
   * It answered, and what follows from that is awaited.
   * @param overtook whether an earlier question is still without an answer: the line was dead in between
   */
  readonly onAnswer: (health: CentralHealth, overtook: boolean) => Promise<void>
  readonly onFailure: (error: CentralError) => void
  /** Nothing came for as long as patience lasts; the question stays open. */
  readonly onSilence: () => void
  /** Something of the above threw. */
  readonly onFault: (cause: unknown) => void
}

type Question = { readonly giveUp: AbortController; readonly askedAt: number; readonly done: Promise<void> }

/**
 * Asks the central again and again whether it is there. On a dead line a question would hang for half a minute, until
 * connecting is given up, and the network could be back long before: so a new one is asked beside it every few
 * seconds, and the first to be answered counts.
 */
export function createLineWatch(deps: Deps) {
  const { clock } = deps
  /** Without an answer, oldest first. */
  let waiting: Question[] = []
  /** What follows from the last answer. */
  let following: Promise<void> = Promise.resolve()
  let stopped = false
  let cancelTimer: () => void = () => undefined

  function schedule(ms: number, run: () => void): void {
    cancelTimer()
    if (!stopped) cancelTimer = clock.after(ms, run)
  }

  function giveUpAll(): void {
    for (const { giveUp } of waiting) giveUp.abort()
    waiting = []
  }

  async function take(giveUp: AbortController): Promise<void> {
    const answer = await deps.ask(giveUp.signal)
    const place = waiting.findIndex((question) => question.giveUp === giveUp)
    // Another one was answered before, and who asked this one waits for what follows from that; or it was given up.
    if (stopped || place === -1) return following
    const isNewest = place === waiting.length - 1
    waiting.splice(place, 1)
    if (answer && !answer.ok) deps.onFailure(answer.error)
    if (answer?.ok) {
      giveUpAll()
      following = deps.onAnswer(answer.value, place > 0)
      // What follows takes its time, and may itself meet a line that dies: the next question does not wait for it.
      askLater()
      await following
    } else if (isNewest) askLater()
  }
  const askLater = (): void => schedule(deps.periodMs(), () => void askAnew())

  /** Asks, whatever else still waits; settles with the answer and what follows from it, or when patience ends. */
  function askAnew(): Promise<void> {
    if (stopped) return Promise.resolve()
    const giveUp = new AbortController()
    const { promise: done, resolve } = Promise.withResolvers<void>()
    if (waiting.length === MOST_WAITING) waiting.shift()?.giveUp.abort()
    waiting.push({ giveUp, askedAt: clock.monotonic(), done })
    schedule(deps.isOnline() ? PATIENCE_MS.online : PATIENCE_MS.offline, () => {
      try {
        deps.onSilence()
      } catch (cause) {
        deps.onFault(cause)
      }
      resolve()
      // A turn later: after a jump of time (the computer slept) it is asked once, and not once for each time missed.
      void Promise.resolve().then(askAnew)
    })
    void take(giveUp).catch(deps.onFault).then(resolve)
    return done
  }

  return {
    /** Asks now, unless that was done this very moment. */
    ask(): Promise<void> {
      const newest = waiting.at(-1)
      const justAsked = newest && clock.monotonic() - newest.askedAt < JUST_ASKED_MS
      return justAsked ? newest.done : askAnew()
    },
    /** Asks now, and waits for none of the answers that are still out: they hang on another network. */
    askAfresh(): Promise<void> {
      giveUpAll()
      return askAnew()
    },
    stop(): void {
      stopped = true
      cancelTimer()
      giveUpAll()
    },
  }
}
