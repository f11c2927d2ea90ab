import { LEGIBLE_LONG_SIDE } from '#shared/domain/forms/index.ts'
import type { Area, Size } from './checks/face-crop.ts'

/** The guide is an A4 page (ISO 216) of so much of the frame's height, as it is drawn (capture.module.css). */
const GUIDE = 0.94
const LONG_PER_SHORT = 297 / 210
/** Of the guide's width, kept on either side of it: nobody puts a page down exactly. */
const BESIDE = 1 / 6

/**
 * Whether a page must lie sideways in a frame to be large enough: upright it is no longer than the frame is high, and most cameras
 * have 1080 lines. A narrow frame (5 : 4, or one that stands) has no room for it.
 */
export const liesSideways = ({ width, height }: Size): boolean =>
  GUIDE * height < LEGIBLE_LONG_SIDE && GUIDE * height * LONG_PER_SHORT <= width

/**
 * The part of a frame that a page is kept of: what stands in the guide, and some of what lies beside it. Whole frames would be
 * half desk, and a page in one would have lost its small print before the frame is too small.
 */
export function pagePart(frame: Size): Area {
  const { width, height } = frame
  const guide = height * GUIDE * (liesSideways(frame) ? LONG_PER_SHORT : 1 / LONG_PER_SHORT)
  // Even: frames of a camera have one colour for two pixels.
  const kept = Math.min(width, 2 * Math.round((guide * (1 + 2 * BESIDE)) / 2))
  return { x: 2 * Math.floor((width - kept) / 4), y: 0, width: kept, height }
}
