import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Area, Size } from './checks/face-crop.ts'
import { afterLook, beforeFirstLook, missingTooLong, shutterDue } from './checks/shutter.ts'
import { CAPTURE_TIMES } from './checks/thresholds.ts'
import { createFrameReader, encodeJpeg, presentFrame } from './frame.ts'
import { furtherFrames } from './further-frames.ts'
import type { ChecksWorker } from './use-checks-worker.ts'
import type { LookAnswer, LookRequest, TakenFrame } from './worker-messages.ts'

/** A photo and what the checks say about this very photo; `unchecked` where they cannot run. */
export type JudgedPhoto<V extends string> = {
  readonly photo: TakenFrame
  readonly verdict: V | 'unchecked'
}

export type Looks<V extends string, F> = {
  /** The hint to show; undefined until the first look. */
  readonly hint: V | undefined
  /** What the last look found beside its verdict. */
  readonly found: F | undefined
  /** Nothing found for ten seconds: name the other ways. */
  readonly missing: boolean
  readonly state: ChecksWorker['state']
  /** Takes the present frame and judges it; undefined while there is no picture. */
  readonly take: () => Promise<JudgedPhoto<V> | undefined>
  /** What the camera shows just after now: see `furtherFrames`. */
  readonly further: () => Promise<readonly Blob[]>
}

export type LooksOptions<V extends string> = {
  readonly checks: ChecksWorker
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

/**
 * Looks at the live picture in a worker, one frame under way at a time, so that a slow machine looks less often instead of
 * lagging behind. The photo itself is judged, cut and encoded there too: the page never stands still.
 */
export function useLooks<V extends string, F>(options: LooksOptions<V>): Looks<V, F> {
  const { checks, video, watching, nothing, uncheckedPart, onSteady } = options
  const { worker, state } = checks
  const [looks, setLooks] = useState<Pick<Looks<V, F>, 'hint' | 'found' | 'missing'>>(FIRST)
  const steady = useRef(onSteady)
  steady.current = onSteady

  useEffect(() => {
    if (!worker || !watching || state !== 'looking') return
    let shutter = beforeFirstLook<V>(nothing, performance.now())
    let left = false
    let sentAt = 0
    let timer = 0

    const lookSoon = () => {
      if (left) return
      timer = window.setTimeout(look, Math.max(0, sentAt + CAPTURE_TIMES.lookEvery - performance.now()))
    }
    const look = () => {
      sentAt = performance.now()
      const frame = presentFrame(video.current)
      if (frame) handOver(worker, { kind: 'look', frame })
      else lookSoon()
    }
    const onAnswer = ({ data }: MessageEvent<LookAnswer<V, F>>) => {
      if (data.kind !== 'looked') return
      const now = performance.now()
      shutter = afterLook(shutter, data.verdict, now)
      setLooks({ hint: shutter.shown, found: data.found, missing: missingTooLong(shutter, now) })
      if (shutterDue(shutter, now)) void release()
      else lookSoon()
    }
    const release = async () => {
      if (left || (await steady.current())) return
      shutter = { ...shutter, goodSince: null }
      lookSoon()
    }
    worker.addEventListener('message', onAnswer)
    look()
    return () => {
      left = true
      window.clearTimeout(timer)
      worker.removeEventListener('message', onAnswer)
      setLooks(FIRST)
    }
  }, [worker, watching, state, video, nothing])

  const take = useCallback(async (): Promise<JudgedPhoto<V> | undefined> => {
    const frame = presentFrame(video.current)
    if (!frame) return undefined
    if (!worker || state === 'broken') {
      const whole = await createFrameReader().read(frame)
      return { photo: await encodeJpeg(whole, uncheckedPart(whole)), verdict: 'unchecked' }
    }
    return new Promise<JudgedPhoto<V>>((resolve) => {
      const onAnswer = ({ data }: MessageEvent<LookAnswer<V, F>>) => {
        if (data.kind !== 'taken') return
        worker.removeEventListener('message', onAnswer)
        resolve({ photo: data.photo, verdict: data.verdict })
      }
      worker.addEventListener('message', onAnswer)
      handOver(worker, { kind: 'take', frame })
    })
  }, [worker, state, video, uncheckedPart])

  const further = useCallback(
    () => furtherFrames(video, state === 'broken' ? undefined : worker),
    [worker, state, video],
  )
  return { ...looks, state, take, further }
}

const handOver = (worker: Worker, request: LookRequest): void => worker.postMessage(request, [request.frame])
