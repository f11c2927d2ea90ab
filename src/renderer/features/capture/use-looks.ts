import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Area, Size } from './checks/face-crop.ts'
import { createFrameReader, encodeJpeg, presentFrame } from './frame.ts'
import { furtherFrames } from './further-frames.ts'
import { type LookState, startLooking } from './look-loop.ts'
import type { ChecksState } from './start-checks.ts'
import type { RunningChecks } from './use-checks.ts'
import type { TakenFrame } from './worker-messages.ts'

/** A photo and what the checks say about this very photo; `unchecked` where they cannot run. */
export type JudgedPhoto<V extends string> = {
  readonly photo: TakenFrame
  readonly verdict: V | 'unchecked'
}

export type Looks<V extends string, F> = LookState<V, F> & {
  readonly state: ChecksState
  /** Takes the present frame and judges it; undefined while there is no picture, or a photo is being taken already. */
  readonly take: () => Promise<JudgedPhoto<V> | undefined>
  /** What the camera shows just after now: see `furtherFrames`. */
  readonly further: () => Promise<readonly Blob[]>
}

export type LooksOptions<V extends string, F> = {
  readonly running: RunningChecks<V, F>
  readonly video: RefObject<HTMLVideoElement | null>
  /** Look now; the worker stays loaded while this is false. */
  readonly watching: boolean
  /** The verdict for a picture in which there is nothing. */
  readonly nothing: V
  /** What is kept of a frame that cannot be judged. */
  readonly uncheckedPart: (frame: Size) => Area
  /** Called when the picture has been good for long enough; answers false to go on looking. */
  readonly onSteady: () => Promise<boolean>
}

const FIRST = { hint: undefined, found: undefined, missing: false } as const

/** Looks at the live picture in a worker. The photo itself is judged, cut and encoded there too: the page never stands still. */
export function useLooks<V extends string, F>(options: LooksOptions<V, F>): Looks<V, F> {
  const { running, video, watching, nothing, uncheckedPart, onSteady } = options
  const { checks, state } = running
  const [looks, setLooks] = useState<LookState<V, F>>(FIRST)
  const steady = useRef(onSteady)
  steady.current = onSteady

  useEffect(() => {
    if (!checks || !watching || state !== 'looking') return
    const stop = startLooking<V, F>({
      nothing,
      look: async () => {
        const frame = presentFrame(video.current)
        return frame && checks.ask('look', frame)
      },
      covered: () => isCovered(video.current),
      onLook: setLooks,
      onSteady: () => steady.current(),
      now: () => performance.now(),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    })
    return () => {
      stop()
      setLooks(FIRST)
    }
  }, [checks, watching, state, video, nothing])

  const taking = useRef(false)
  const take = useCallback(async (): Promise<JudgedPhoto<V> | undefined> => {
    if (taking.current) return undefined
    taking.current = true
    try {
      const frame = presentFrame(video.current)
      const taken = frame && (await checks?.ask('take', frame))
      return taken ?? (await takeUnchecked(video.current, uncheckedPart))
    } finally {
      taking.current = false
    }
  }, [checks, video, uncheckedPart])

  const further = useCallback(
    () => furtherFrames(video, state === 'broken' ? undefined : checks),
    [checks, state, video],
  )
  return { ...looks, state, take, further }
}

/** Modal dialogs hide what is behind them from everybody. */
const isCovered = (video: HTMLVideoElement | null): boolean =>
  video?.closest('[aria-hidden="true"], [inert]') != null

async function takeUnchecked(
  video: HTMLVideoElement | null,
  partOf: (frame: Size) => Area,
): Promise<{ photo: TakenFrame; verdict: 'unchecked' } | undefined> {
  const frame = presentFrame(video)
  if (!frame) return undefined
  const whole = await createFrameReader().read(frame)
  return { photo: await encodeJpeg(whole, partOf(whole)), verdict: 'unchecked' }
}
