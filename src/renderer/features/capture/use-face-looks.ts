import type { RefObject } from 'react'
import { type FaceVerdict, portraitOf } from './checks/face-check.ts'
import type { Size } from './checks/face-crop.ts'
import type { FaceFound } from './face-check.worker.ts'
import type { RunningChecks } from './use-checks.ts'
import { type Looks, useLooks } from './use-looks.ts'

/** The checks of a face, loaded before the camera is switched on. */
export type FaceChecks = RunningChecks<FaceVerdict, FaceFound>

const middle = (frame: Size) => portraitOf([], frame)

/** Looks for a face before the camera; `onSteady` when it has been right for 0.6 s. */
export const useFaceLooks = (
  running: FaceChecks,
  video: RefObject<HTMLVideoElement | null>,
  watching: boolean,
  onSteady: () => Promise<boolean>,
): Looks<FaceVerdict, FaceFound> =>
  useLooks({ running, video, watching, nothing: 'none', uncheckedPart: middle, onSteady })
