import type { RefObject } from 'react'
import { type FaceVerdict, portraitOf } from './checks/face-check.ts'
import type { Size } from './checks/face-crop.ts'
import type { FaceFound } from './face-check.worker.ts'
import { type ChecksWorker, newFaceWorker, useChecksWorker } from './use-checks-worker.ts'
import { type Looks, useLooks } from './use-looks.ts'

const middle = (frame: Size) => portraitOf([], frame)

/** The checks of a face, being loaded before the camera is switched on. */
export const useFaceChecks = (): ChecksWorker => useChecksWorker(newFaceWorker)

/** Looks for a face before the camera; `onSteady` when it has been right for 0.6 s. */
export const useFaceLooks = (
  checks: ChecksWorker,
  video: RefObject<HTMLVideoElement | null>,
  watching: boolean,
  onSteady: () => Promise<boolean>,
): Looks<FaceVerdict, FaceFound> =>
  useLooks({ checks, video, watching, nothing: 'none', uncheckedPart: middle, onSteady })
