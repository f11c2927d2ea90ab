import {
  countingFaces,
  type FaceSight,
  type FaceVerdict,
  faceToMeasure,
  judgeFace,
  portraitOf,
  type SeenFace,
} from './checks/face-check.ts'
import { type Area, wholeOf } from './checks/face-crop.ts'
import { type FaceLight, innerFace, measureFace } from './checks/face-light.ts'
import { percentile, toLuma } from './checks/pixels.ts'
import { FACE_LIMITS } from './checks/thresholds.ts'
import { type FaceModel, loadFaceModel } from './face-model/index.ts'
import { encodeJpeg } from './frame.ts'
import { createScratch } from './scratch.ts'
import { serveFrames } from './serve-frames.ts'
import type { LookAnswer } from './worker-messages.ts'

/** What the page learns beside the verdict: for the turn of the head, and for the test of a camera. */
export type FaceFound = { readonly face: SeenFace | null; readonly light: FaceLight | null }

/** Wide enough for a face of 5 % of it (the detector works on 256 × 256), small enough to be read back in a moment. */
const SMALL_WIDTH = 640

const small = createScratch()
const closeUp = createScratch()
const say = (answer: LookAnswer<FaceVerdict, FaceFound>): void => postMessage(answer)

let before: { face: SeenFace; at: number } | undefined
const loading: Promise<FaceModel | undefined> = loadFaceModel().then(
  (model) => {
    say({ kind: 'ready' })
    return model
  },
  () => {
    say({ kind: 'broken' })
    return undefined
  },
)

serveFrames<FaceVerdict, FaceFound>(async (kind, frame, at) => {
  const model = await loading
  if (!model) return { kind: 'failed' }
  const sight = await look(model, frame)
  const [face] = countingFaces(sight.faces)
  const verdict = judgeFace(sight, before && { face: before.face, ago: at - before.at })
  before = face && { face, at }
  if (kind === 'look')
    return { kind: 'looked', verdict, found: { face: face ?? null, light: sight.light ?? null } }
  return { kind: 'taken', verdict, photo: await encodeJpeg(frame, portraitOf(sight.faces, frame)) }
})

async function look(model: FaceModel, frame: OffscreenCanvas): Promise<FaceSight> {
  const whole = wholeOf(frame)
  const pixels = small.draw(frame, whole, SMALL_WIDTH, Math.round((SMALL_WIDTH * frame.height) / frame.width))
  const found = await findIn(model, whole)
  // A small face in a wide frame escapes the detector: the middle is looked at once more, twice as large.
  const faces = found.length > 0 ? found : await findInMiddle(model, frame)
  const face = faceToMeasure(faces)
  return {
    frame: { width: frame.width, height: frame.height },
    faces,
    brightness: percentile(toLuma(pixels).data, 0.9),
    light: face && light(frame, face, pixels),
  }
}

async function findInMiddle(model: FaceModel, frame: OffscreenCanvas): Promise<readonly SeenFace[]> {
  const side = Math.min(frame.width, frame.height)
  const middle = { x: (frame.width - side) / 2, y: (frame.height - side) / 2, width: side, height: side }
  small.draw(frame, middle, SMALL_WIDTH, SMALL_WIDTH)
  return findIn(model, middle)
}

/** Faces in what `small` shows, which is `shown` of the frame; boxes in pixels of the frame. */
async function findIn(model: FaceModel, shown: Area): Promise<readonly SeenFace[]> {
  const scale = shown.width / small.canvas.width
  const faces = await model.find(small.canvas)
  return faces.map(({ box, ...face }) => ({
    ...face,
    box: {
      x: shown.x + box.x * scale,
      y: shown.y + box.y * scale,
      width: box.width * scale,
      height: box.height * scale,
    },
  }))
}

function light(frame: OffscreenCanvas, { box }: SeenFace, pixels: ImageData) {
  // Without hair and wall: beside a pale wall the edges of a dark face are faint.
  const inner = innerFace(box)
  const scale = FACE_LIMITS.closeUpHeight / box.height
  const [width, height] = [Math.round(inner.width * scale), Math.round(inner.height * scale)]
  const near = closeUp.draw(frame, inner, Math.max(8, width), Math.max(8, height))
  return measureFace(
    pixels,
    frame.width / pixels.width,
    box,
    portraitOf([{ box, score: 1, yaw: 0, pitch: 0, roll: 0, eyesOpen: 1 }], frame),
    toLuma(near),
  )
}
