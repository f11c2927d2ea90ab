import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useView } from '../../app/state/index.ts'
import {
  type CameraChoice,
  type CameraPurpose,
  type CameraSession,
  type CameraState,
  openCameraSession,
} from './camera-session.ts'
import type { Size } from './checks/face-crop.ts'
import { percentile, toLuma } from './checks/pixels.ts'
import { BLACK_BELOW } from './checks/thresholds.ts'
import { createGlance } from './glance.ts'
import { useCameraMemory } from './use-camera-memory.ts'
import { createWatchdog, WATCH_EVERY_MS } from './watchdog.ts'

/** What a screen may say about its camera: every state has one sentence and one thing to do. */
export type CameraCondition =
  | 'starting'
  | 'live'
  | 'none'
  | 'busy'
  | 'denied'
  | 'silent'
  | 'ended'
  | 'virtual'
  /** The stream runs but shows nothing: the lens is covered. Clears by itself. */
  | 'black'

export type Camera = {
  readonly condition: CameraCondition
  /** Give this to the `video` element of `CameraView`. */
  readonly video: RefObject<HTMLVideoElement | null>
  readonly deviceId: string
  /** Pixels of the picture; undefined before the first one. */
  readonly frame: Size | undefined
  readonly retry: () => void
  readonly choose: (deviceId: string) => void
  readonly choices: () => Promise<readonly CameraChoice[]>
  /** Called by the view when a frame is shown. */
  readonly frameArrived: () => void
}

const BLACK_LOOK_MS = 500
/** So many black looks in a row: a hand passing over the lens is not a covered lens. */
const BLACK_LOOKS = 3

/** Opens the camera for one purpose while the screen is shown, and lets it go when the screen is left. */
export function useCamera(purpose: CameraPurpose): Camera {
  const virtualAllowed = useView((view) => view.status?.capture.virtualCameras ?? false)
  const memory = useCameraMemory()
  const video = useRef<HTMLVideoElement | null>(null)
  const session = useRef<CameraSession | null>(null)
  const [state, setState] = useState<CameraState>({ kind: 'starting' })
  const [frame, setFrame] = useState<Size>()

  useEffect(() => {
    const opened = openCameraSession(
      purpose,
      {
        devices: navigator.mediaDevices,
        memory,
        virtualAllowed,
        now: () => Date.now(),
        setTimer: (run, ms) => window.setTimeout(run, ms),
        clearTimer: (timer) => window.clearTimeout(timer),
      },
      setState,
    )
    session.current = opened
    opened.start()
    return () => {
      session.current = null
      opened.close()
    }
  }, [purpose, virtualAllowed, memory])

  const live = state.kind === 'live'
  const stream = live ? state.stream : null
  // Taken from the video before its tracks stop and it leaves the page: the browser would copy the last frame for it (30 ms and more).
  useLayoutEffect(() => {
    const shown = video.current
    if (!shown) return
    shown.srcObject = stream
    return () => {
      shown.srcObject = null
    }
  }, [stream])

  useEffect(() => {
    if (!live) return
    const stands = createWatchdog()
    const timer = window.setInterval(() => {
      const shown = video.current?.currentTime ?? 0
      // Behind a hidden page the browser itself stops the picture.
      const clocks = { page: performance.now(), wall: Date.now() }
      if (!document.hidden && stands(clocks, shown)) session.current?.start()
    }, WATCH_EVERY_MS)
    return () => window.clearInterval(timer)
  }, [live])

  const black = useBlackPicture(video, live)
  return useMemo(
    () => ({
      condition: live && black ? 'black' : state.kind,
      video,
      deviceId: live ? state.deviceId : '',
      // One that is being opened is not opened anew: impatient presses would keep a slow one from ever showing a picture.
      retry: () => (state.kind === 'starting' ? undefined : session.current?.start()),
      choose: (deviceId) => session.current?.choose(deviceId),
      choices: () => session.current?.choices() ?? Promise.resolve([]),
      frame,
      frameArrived: () => {
        const { videoWidth: width = 0, videoHeight: height = 0 } = video.current ?? {}
        if (width > 0) setFrame({ width, height })
        session.current?.frameArrived()
      },
    }),
    [state, live, black, frame],
  )
}

function useBlackPicture(video: RefObject<HTMLVideoElement | null>, watching: boolean): boolean {
  const [black, setBlack] = useState(false)
  useEffect(() => {
    if (!watching) return
    const glance = createGlance(32, 18)
    let looks = 0
    let left = false
    const look = async () => {
      const small = await glance.look(video.current)
      if (!small) return
      looks = percentile(toLuma(small).data, 0.98) < BLACK_BELOW ? looks + 1 : 0
      if (!left) setBlack(looks >= BLACK_LOOKS)
    }
    const timer = window.setInterval(() => void look(), BLACK_LOOK_MS)
    return () => {
      left = true
      window.clearInterval(timer)
      glance.close()
      setBlack(false)
    }
  }, [video, watching])
  return black
}
