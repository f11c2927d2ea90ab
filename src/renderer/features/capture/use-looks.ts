import { type RefObject, useEffect, useRef, useState } from 'react'
import type { CardLookAnswer, CardLookRequest } from './card-check.worker.ts'
import type { CardVerdict } from './checks/card-check.ts'
import { type FaceVerdict, judgeFace } from './checks/face-check.ts'
import { type Luma, toLuma } from './checks/pixels.ts'
import {
  afterLook,
  beforeFirstLook,
  missingTooLong,
  type ShutterState,
  shutterDue,
} from './checks/shutter.ts'
import { CAPTURE_TIMES } from './checks/thresholds.ts'

export type CardLooks = {
  /** The hint to show; undefined until the first look. */
  readonly hint: CardVerdict | undefined
  /** No card for ten seconds: name the other ways. */
  readonly missing: boolean
}

/**
 * Looks at the live picture five times a second in a worker, one frame under way at a time.
 * `onSteady` is called once when the card has been good for long enough.
 */
export function useCardLooks(
  video: RefObject<HTMLVideoElement | null>,
  watching: boolean,
  onSteady: () => void,
): CardLooks {
  const [looks, setLooks] = useState<CardLooks>({ hint: undefined, missing: false })
  const steady = useRef(onSteady)
  steady.current = onSteady

  useEffect(() => {
    if (!watching) return
    const worker = new Worker(new URL('./card-check.worker.ts', import.meta.url), { type: 'module' })
    let state: ShutterState<CardVerdict> = beforeFirstLook('none', performance.now())
    let released = false
    let underWay = false

    worker.addEventListener('message', (event: MessageEvent<CardLookAnswer>) => {
      underWay = false
      const now = performance.now()
      state = afterLook(state, event.data.verdict, now)
      setLooks({ hint: state.shown, missing: missingTooLong(state, now) })
      if (!released && shutterDue(state, now)) {
        released = true
        steady.current()
      }
    })
    const timer = window.setInterval(() => {
      const element = video.current
      if (underWay || !element || element.videoWidth === 0) return
      underWay = true
      createImageBitmap(element).then(
        (frame) => {
          const request: CardLookRequest = { frame }
          worker.postMessage(request, [frame])
        },
        () => {
          underWay = false
        },
      )
    }, CAPTURE_TIMES.lookEvery)
    return () => {
      window.clearInterval(timer)
      worker.terminate()
      setLooks({ hint: undefined, missing: false })
    }
  }, [video, watching])
  return looks
}

/** The middle of the picture: half its height, where the oval asks the face to be. */
const FACE_LOOK = { width: 160, height: 160, share: 0.5 } as const

/** Looks at light, movement and blur in the middle of the picture, where the face is asked to be. */
export function useFaceLooks(
  video: RefObject<HTMLVideoElement | null>,
  watching: boolean,
): FaceVerdict | undefined {
  const [hint, setHint] = useState<FaceVerdict>()
  useEffect(() => {
    if (!watching) return
    const canvas = new OffscreenCanvas(FACE_LOOK.width, FACE_LOOK.height)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    let before: Luma | undefined
    let state: ShutterState<FaceVerdict> | undefined
    const timer = window.setInterval(() => {
      const element = video.current
      if (!context || !element || element.videoWidth === 0) return
      const side = Math.min(element.videoWidth, element.videoHeight) * FACE_LOOK.share
      const [x, y] = [(element.videoWidth - side) / 2, (element.videoHeight - side) / 2]
      context.drawImage(element, x, y, side, side, 0, 0, FACE_LOOK.width, FACE_LOOK.height)
      const middle = toLuma(context.getImageData(0, 0, FACE_LOOK.width, FACE_LOOK.height))
      const verdict = judgeFace(middle, before)
      before = middle
      const now = performance.now()
      state = afterLook(state ?? beforeFirstLook(verdict, now), verdict, now)
      setHint(state.shown)
    }, CAPTURE_TIMES.lookEvery)
    return () => {
      window.clearInterval(timer)
      setHint(undefined)
    }
  }, [video, watching])
  return hint
}
