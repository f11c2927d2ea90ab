import { afterLook, beforeFirstLook, missingTooLong, shutterDue } from './checks/shutter.ts'
import { CAPTURE_TIMES } from './checks/thresholds.ts'
import type { Looked } from './worker-messages.ts'

/** What a live view says. */
export type LookState<V extends string, F> = {
  /** The hint to show; undefined until the first look. */
  readonly hint: V | undefined
  /** What the last look found beside its verdict. */
  readonly found: F | undefined
  /** Nothing found for ten seconds: name the other ways. */
  readonly missing: boolean
}

export type LookLoop<V extends string, F> = {
  /** The verdict for a picture in which there is nothing. */
  readonly nothing: V
  /** Judges what the camera shows now; undefined where that is nothing, or cannot be judged. */
  readonly look: () => Promise<Looked<V, F> | undefined>
  /** Something is in front of the live view: nobody poses, and no photo takes itself behind it. */
  readonly covered: () => boolean
  readonly onLook: (state: LookState<V, F>) => void
  /** Called when the picture has been good for long enough; answers false to go on looking. */
  readonly onSteady: () => Promise<boolean>
  readonly now: () => number
  readonly wait: (ms: number) => Promise<void>
}

/**
 * Looks again and again, one look under way at a time, so that a slow machine looks less often instead of lagging behind.
 * @returns a function that ends it
 */
export function startLooking<V extends string, F>(loop: LookLoop<V, F>): () => void {
  let left = false
  void lookUntil(() => left, loop)
  return () => {
    left = true
  }
}

async function lookUntil<V extends string, F>(left: () => boolean, loop: LookLoop<V, F>): Promise<void> {
  const { nothing, look, covered, onLook, onSteady, now, wait } = loop
  let shutter = beforeFirstLook(nothing, now())
  while (!left()) {
    const startedAt = now()
    const looked = covered() ? undefined : await look()
    if (left()) return
    if (looked) {
      shutter = afterLook(shutter, looked.verdict, now())
      onLook({ hint: shutter.shown, found: looked.found, missing: missingTooLong(shutter, now()) })
    }
    if (!looked || covered()) {
      shutter = { ...shutter, goodSince: null }
    } else if (shutterDue(shutter, now())) {
      if (await onSteady()) return
      shutter = { ...shutter, goodSince: null }
    }
    await wait(Math.max(0, startedAt + CAPTURE_TIMES.lookEvery - now()))
  }
}
