import type { Area, Size } from './checks/face-crop.ts'

/** Of the frame's height, as the guide is drawn: an A4 page of 94 % of it (capture.module.css), and a sixth more on both sides. */
const WIDTH = 0.94 * (210 / 297) * (1 + 2 / 6)

/**
 * The part of a frame that a page is kept of: what stands in the guide, and some of what lies beside it. Whole frames would be
 * half desk, and a page in one would have lost its small print before the frame is too small.
 */
export function pagePart({ width, height }: Size): Area {
  // Even: frames of a camera have one colour for two pixels.
  const kept = Math.min(width, 2 * Math.round((height * WIDTH) / 2))
  return { x: 2 * Math.floor((width - kept) / 4), y: 0, width: kept, height }
}
