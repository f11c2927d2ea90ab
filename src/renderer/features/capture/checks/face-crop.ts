import { FACE_LIMITS } from './thresholds.ts'

/** A rectangle in pixels of the camera's frame. */
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Size = { readonly width: number; readonly height: number }

/** The area of a whole frame. */
export const wholeOf = ({ width, height }: Size): Area => ({ x: 0, y: 0, width, height })

/**
 * The portrait that is kept: 3 : 4 around the face, in the camera's own pixels, never enlarged. As large as is wanted where
 * the frame has it, otherwise as large as the frame; moved rather than cut at the frame's edge.
 * @param face from hairline to chin, ear to ear
 */
export function cropAround(face: Area, frame: Size): Area {
  const { heads, wantedHeight, aspect, faceAt } = FACE_LIMITS.crop
  const wanted = Math.max(face.height * heads, wantedHeight)
  const height = Math.floor(Math.min(wanted, frame.height, frame.width / aspect))
  const width = Math.floor(height * aspect)
  const within = (start: number, length: number, all: number): number =>
    Math.round(Math.min(Math.max(0, start), all - length))
  return {
    x: within(face.x + face.width / 2 - width / 2, width, frame.width),
    y: within(face.y + face.height / 2 - height * faceAt, height, frame.height),
    width,
    height,
  }
}
