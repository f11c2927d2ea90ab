import { describe, expect, it } from 'vitest'
import {
  type FaceSight,
  faceToMeasure,
  judgeFace,
  portraitOf,
  portraitSize,
  type SeenFace,
} from '../../../src/renderer/features/capture/checks/face-check.ts'
import { cropAround } from '../../../src/renderer/features/capture/checks/face-crop.ts'
import { type FaceLight, measureFace } from '../../../src/renderer/features/capture/checks/face-light.ts'
import { FACE_LIMITS } from '../../../src/renderer/features/capture/checks/thresholds.ts'
import { flat, lay } from './pictures.ts'

const FRAME = { width: 1920, height: 1080 }
const face = (change: Partial<SeenFace> = {}): SeenFace => ({
  box: { x: 820, y: 340, width: 280, height: 360 },
  score: 0.85,
  yaw: 4,
  pitch: -2,
  roll: 3,
  eyesOpen: 0.36,
  ...change,
})
const at = (x: number, y: number, height: number) =>
  face({ box: { x: x - height * 0.39, y: y - height / 2, width: height * 0.78, height } })
const light = (change: Partial<FaceLight> = {}): FaceLight => ({
  face: 150,
  shine: 205,
  burnt: 0,
  wall: 170,
  wallBusy: 0,
  sharpness: { across: 0.17, down: 0.2 },
  ...change,
})
const sight = (change: Partial<FaceSight> = {}): FaceSight => ({
  frame: FRAME,
  faces: [face()],
  brightness: 190,
  light: light(),
  ...change,
})

describe('judging a look at a face', () => {
  it.each<[string, Partial<FaceSight>]>([
    ['good', {}],
    ['none', { faces: [], light: undefined }],
    ['dark', { faces: [], light: undefined, brightness: 20 }],
    ['none', { faces: [face({ score: 0.4 })], light: undefined }],
    ['many', { faces: [face(), at(400, 500, 300)], light: undefined }],
    ['far', { faces: [at(960, 540, 150)] }],
    ['near', { faces: [at(960, 540, 800)] }],
    ['centre', { faces: [at(500, 540, 360)] }],
    ['centre', { faces: [at(960, 210, 360)] }],
    ['turn', { faces: [face({ yaw: -28 })] }],
    ['turn', { faces: [face({ pitch: 24 })] }],
    ['turn', { faces: [face({ roll: 18 })] }],
    ['back', { light: light({ face: 70, shine: 120, wall: 240 }) }],
    ['dark', { light: light({ face: 45, shine: 80, wall: 60 }) }],
    ['bright', { light: light({ face: 240, shine: 255, burnt: 0.35 }) }],
    ['blur', { light: light({ sharpness: { across: 0.06, down: 0.13 } }) }],
    ['blur', { light: light({ sharpness: { across: 0.16, down: 0.05 } }) }],
    ['eyes', { faces: [face({ eyesOpen: 0.08 })] }],
    ['busy', { light: light({ wallBusy: 0.6 }) }],
  ])('%s', (verdict, change) => {
    expect(judgeFace(sight(change))).toBe(verdict)
  })

  it('lets dark skin in good light pass: it shines, so it is not too dark', () => {
    expect(judgeFace(sight({ light: light({ face: 62, shine: 128, wall: 150 }) }))).toBe('good')
  })

  it('does not count somebody far behind as a second person', () => {
    expect(judgeFace(sight({ faces: [face(), at(300, 400, 90)] }))).toBe('good')
  })

  it('does not believe the shape of a burnt-out face', () => {
    const lost = { faces: [face({ yaw: 50 })], light: light({ burnt: 0.7 }) }
    expect(judgeFace(sight(lost))).toBe('bright')
  })

  it('believes neither pose nor score of a smeared face, and says that it is blurred', () => {
    const smeared = light({ sharpness: { across: 0.04, down: 0.11 } })
    expect(judgeFace(sight({ faces: [face({ yaw: 24 })], light: smeared }))).toBe('blur')
    expect(judgeFace(sight({ faces: [face({ score: 0.4 })], light: smeared }))).toBe('blur')
    expect(judgeFace(sight({ faces: [face({ score: 0.4 })] }))).toBe('none')
    // A profile has softer edges than a face that looks ahead, and is still a turned head.
    const softer = light({ sharpness: { across: 0.11, down: 0.16 } })
    expect(judgeFace(sight({ faces: [face({ yaw: 45 })], light: softer }))).toBe('turn')
  })

  it('measures the only face, or what may be one', () => {
    const unsure = face({ score: 0.4 })
    expect(faceToMeasure([unsure, face({ score: 0.2 })])).toBe(unsure)
    expect(faceToMeasure([unsure, face()])).toEqual(face())
    expect(faceToMeasure([face(), at(400, 500, 300)])).toBeUndefined()
    expect(faceToMeasure([])).toBeUndefined()
  })

  it('asks to hold still while the face moves', () => {
    const ago = 110
    expect(judgeFace(sight(), { face: face(), ago })).toBe('good')
    expect(judgeFace(sight(), { face: at(700, 500, 360), ago })).toBe('moving')
  })

  it('allows a slow desk, which looks once a second, the little that everybody moves in a second', () => {
    const swayed = face({ box: { ...face().box, x: face().box.x + face().box.height * 0.15 } })
    expect(judgeFace(sight(), { face: swayed, ago: 110 })).toBe('moving')
    expect(judgeFace(sight(), { face: swayed, ago: 1_000 })).toBe('good')
    expect(judgeFace(sight(), { face: at(400, 300, 360), ago: 5_000 })).toBe('moving')
  })
})

describe('the wall behind a large face', () => {
  /** A frame at a third of its size, whose portrait is filled with hair: only beside it there is a wall. */
  const box = at(960, 480, 640).box
  const room = (wall: readonly [number, number, number], things: number): FaceLight => {
    const data = new Uint8ClampedArray(640 * 360 * 4).fill(255)
    let small = lay({ data, width: 640, height: 360 }, { x: 0, y: 0, width: 640, height: 360 }, wall)
    for (let n = 0; n < things; n += 1)
      small = lay(small, { x: n * 16, y: 0, width: 6, height: 360 }, [40, 60, 90])
    const head = { x: 185, y: 0, width: 270, height: 360 }
    return measureFace(lay(small, head, [70, 55, 50]), 3, box, cropAround(box, FRAME), flat(70))
  }

  it('is a bright window or a shelf, seen just beside the portrait', () => {
    expect(room([250, 250, 250], 0)).toMatchObject({ wall: 250, wallBusy: 0 })
    expect(room([190, 190, 190], 0)).toMatchObject({ wall: 190, wallBusy: 0 })
    expect(room([190, 190, 190], 40).wallBusy).toBeGreaterThan(FACE_LIMITS.wall.maxBusyShare)
  })
})

describe('the portrait that is kept', () => {
  it('is 720 × 960 and more, in the camera’s own pixels, around the face', () => {
    const portrait = portraitOf([face()], FRAME)
    expect(portrait).toMatchObject({ width: 720, height: 960 })
    expect(portrait.x + portrait.width / 2).toBeCloseTo(960, -1)
    expect(portraitSize(portrait)).toBe('wanted')
  })

  it('grows with a near face and never beyond the frame', () => {
    expect(cropAround(at(960, 540, 500).box, FRAME)).toMatchObject({ width: 787, height: 1050 })
    expect(cropAround(at(960, 540, 900).box, FRAME)).toMatchObject({ width: 810, height: 1080 })
  })

  it('is moved, not cut, at the edge of the frame', () => {
    const portrait = cropAround(at(60, 540, 360).box, FRAME)
    expect(portrait).toMatchObject({ x: 0, width: 720, height: 960 })
  })

  it('is never enlarged: a small camera gives a small portrait, and it is said', () => {
    expect(portraitSize(cropAround(at(640, 360, 250).box, { width: 1280, height: 720 }))).toBe('small')
    expect(portraitSize(cropAround(at(320, 240, 200).box, { width: 640, height: 480 }))).toBe('too-small')
  })

  it('is the middle of the frame where no face was found', () => {
    expect(portraitOf([], FRAME)).toMatchObject({ x: 600, width: 720, height: 960 })
  })
})
