import { type Luma, meanDifference, percentile, shareAtLeast } from './pixels.ts'
import { edgeSteepness } from './sharpness.ts'
import { FACE_LIMITS } from './thresholds.ts'

/**
 * What the live view says before the face photo. This version knows light, blur and movement only;
 * it does not know a face, so it never claims one and never releases the shutter by itself.
 */
export type FaceVerdict = 'dark' | 'bright' | 'moving' | 'blur' | 'still'

/**
 * Judges the middle of the picture, where the face is asked to be.
 * @param middle the middle of the present frame
 * @param before the same cut of the frame before; undefined at the first look
 */
export function judgeFace(middle: Luma, before: Luma | undefined): FaceVerdict {
  if (percentile(middle.data, 0.6) < FACE_LIMITS.minBrightness) return 'dark'
  if (shareAtLeast(middle.data, FACE_LIMITS.burntAt) > FACE_LIMITS.maxBurntShare) return 'bright'
  if (before && meanDifference(middle, before) > FACE_LIMITS.maxMovement) return 'moving'
  return edgeSteepness(middle) < FACE_LIMITS.minSteepness ? 'blur' : 'still'
}
