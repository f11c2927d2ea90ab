import { createDraw, type Draw } from './draw.ts'
import type { Backdrop, Case, Layer, Scene } from './scene.ts'

/**
 * Portraits in tests/fixtures/faces: where the middle of the face stands in the picture and how high the face is
 * (hairline to chin), as shares of the picture's height and width.
 */
const FRONTAL = {
  'stock-emotions-a-3': { at: [0.465, 0.28], face: 0.405 },
  'ai-face': { at: [0.485, 0.46], face: 0.765 },
} as const
const TURNED = {
  'stock-emotions-a-2': { at: [0.5, 0.36], face: 0.445 },
  'ai-upper': { at: [0.42, 0.21], face: 0.3 },
} as const
type Portrait = { readonly at: readonly [number, number]; readonly face: number }
/** Width by height of the pictures. */
const SHAPE: Readonly<Record<string, number>> = {
  'stock-emotions-a-3': 720 / 900,
  'stock-emotions-a-2': 720 / 900,
  'ai-face': 1,
  'ai-upper': 688 / 720,
}

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
] as const
const WALLS = ['#cfcac0', '#e9e7e2', '#9aa3ad', '#7d8a78', '#5f6670', '#d8c7a8', '#b7c4d4'] as const

const wall = (draw: Draw, colours: readonly string[] = WALLS): Backdrop => ({
  kind: 'wall',
  colour: draw.pick(colours),
  falloff: draw.between(0, 0.35),
})

/** The landscape of the fixtures from its hills down: its evening sky is as calm as a painted wall, and passes rightly. */
const LANDSCAPE_WITHOUT_SKY = 0.42

type Seat = {
  readonly portrait: string
  /** Height of the face in pixels, and where its middle is, as shares of the frame. */
  readonly face: number
  readonly x: number
  readonly y: number
  readonly turn?: number
  readonly filter?: string
  readonly mirrored?: boolean
}

/** Puts a person into the frame so that the face has the wanted size and place. */
function person(frame: { width: number; height: number }, seat: Seat): Layer {
  const { at, face } = { ...FRONTAL, ...TURNED }[seat.portrait as keyof typeof FRONTAL] as Portrait
  const height = seat.face / face
  const width = height * (SHAPE[seat.portrait] ?? 1)
  const mirrored = seat.mirrored ?? false
  const angle = ((seat.turn ?? 0) * Math.PI) / 180
  // From the middle of the picture to the middle of the face.
  const dx = (mirrored ? 0.5 - at[0] : at[0] - 0.5) * width
  const dy = (at[1] - 0.5) * height
  return {
    picture: seat.portrait,
    height,
    mirrored,
    turn: seat.turn ?? 0,
    x: seat.x * frame.width - (dx * Math.cos(angle) - dy * Math.sin(angle)),
    y: seat.y * frame.height - (dx * Math.sin(angle) + dy * Math.cos(angle)),
    ...(seat.portrait === 'stock-emotions-a-3' ? { cutOut: 'bust' as const } : {}),
    ...(seat.filter ? { filter: seat.filter } : {}),
  }
}

/** Somebody who sits well before a plain wall, in the light, noise and focus of many desks. */
function sitter(draw: Draw, change: Partial<Seat> & { size?: (typeof SIZES)[number] } = {}) {
  const frame = change.size ?? draw.pick(SIZES)
  const seat: Seat = {
    portrait: draw.pick(Object.keys(FRONTAL)),
    face: draw.between(Math.max(220, frame.height * 0.27), frame.height * 0.5),
    x: 0.5 + draw.between(-0.09, 0.09),
    y: 0.5 + draw.between(-0.1, 0.06),
    turn: draw.between(-5, 5),
    mirrored: draw.chance(0.5),
    filter: `brightness(${draw.between(0.8, 1.12).toFixed(2)})`,
    ...change,
  }
  return { frame, seat, layer: person(frame, seat) }
}

const scene = (draw: Draw, frame: { width: number; height: number }, rest: Partial<Scene>): Scene => ({
  width: frame.width,
  height: frame.height,
  backdrop: wall(draw),
  layers: [],
  noise: draw.between(0, 5),
  quality: draw.between(0.7, 0.95),
  ...rest,
})

type Maker = (draw: Draw) => Pick<Case, 'scene' | 'right'>

const alone = (draw: Draw, change: Parameters<typeof sitter>[1] = {}, rest: Partial<Scene> = {}): Scene => {
  const { frame, layer } = sitter(draw, change)
  return scene(draw, frame, { layers: [layer], ...rest })
}

/** Sizes for checks that need room for the whole head. */
const HD = SIZES[0]

/** For every check: a maker of pictures that must trip it, over a range. `good` must trip none. */
export const FACE_CHECKS: Readonly<Record<string, Maker>> = {
  good: (draw) => ({ right: ['good'], scene: alone(draw) }),
  none: (draw) => ({
    right: ['none'],
    scene: scene(draw, draw.pick(SIZES), {
      backdrop: draw.pick<Backdrop>([
        wall(draw),
        { kind: 'shelf', seed: Math.floor(draw.between(1, 999)) },
        { kind: 'picture', picture: 'background' },
      ]),
    }),
  }),
  many: (draw) => {
    if (draw.chance(0.5)) {
      const height = draw.between(1080, 1500)
      const group: Layer = { picture: 'group-2', height, x: 960, y: height / 2, mirrored: draw.chance(0.5) }
      // The three of the picture stand far away when it is small: too far is as true as too many.
      return { right: ['many'], scene: scene(draw, HD, { layers: [group] }) }
    }
    const face = draw.between(230, 330)
    const apart = draw.between(0.15, 0.2)
    const left = person(HD, { portrait: 'stock-emotions-a-3', face, x: 0.5 - apart, y: 0.48 })
    const right = person(HD, {
      portrait: 'ai-face',
      face: face * draw.between(0.6, 1),
      x: 0.5 + apart,
      y: 0.5,
    })
    return { right: ['many'], scene: scene(draw, HD, { layers: [left, right] }) }
  },
  far: (draw) => ({
    right: ['far'],
    scene: alone(draw, { size: HD, face: draw.between(80, 180), y: 0.5 }),
  }),
  near: (draw) => ({
    right: ['near'],
    scene: alone(draw, { size: HD, face: 1080 * draw.between(0.66, 0.9), x: 0.5, y: 0.5, turn: 0 }),
  }),
  centre: (draw) => ({
    right: ['centre'],
    scene: draw.chance(0.7)
      ? alone(draw, {
          size: HD,
          face: draw.between(230, 380),
          x: 0.5 + draw.sign() * draw.between(0.2, 0.36),
        })
      : alone(draw, { size: HD, face: draw.between(260, 380), y: draw.pick([0.12, 0.16, 0.84, 0.88]) }),
  }),
  turn: (draw) => ({
    right: ['turn'],
    scene: draw.chance(0.6)
      ? alone(draw, {
          size: HD,
          portrait: draw.pick(Object.keys(TURNED)),
          face: draw.between(240, 480),
          turn: 0,
        })
      : alone(draw, {
          size: HD,
          face: draw.between(240, 420),
          turn: draw.sign() * draw.between(26, 45),
        }),
  }),
  back: (draw) => ({
    right: ['back'],
    scene: alone(
      draw,
      {
        size: HD,
        portrait: 'stock-emotions-a-3',
        face: draw.between(240, 380),
        filter: `brightness(${draw.between(0.25, 0.45)})`,
      },
      { backdrop: wall(draw, ['#ffffff', '#f4f6fa', '#e8ecf2', '#f2e8d8']) },
    ),
  }),
  dark: (draw) => ({
    right: ['dark'],
    scene: alone(draw, {}, { filter: `brightness(${draw.between(0.08, 0.34)})` }),
  }),
  bright: (draw) => ({
    right: ['bright'],
    scene: alone(draw, {}, { filter: `brightness(${draw.between(2, 3.2)})` }),
  }),
  blur: (draw) => {
    const { frame, seat, layer } = sitter(draw)
    const amount = seat.face * draw.between(0.016, 0.05)
    return {
      right: ['blur'],
      scene: draw.chance(0.6)
        ? scene(draw, frame, { layers: [layer], filter: `blur(${amount}px)` })
        : scene(draw, frame, { layers: [layer], smear: amount * 5 }),
    }
  },
  busy: (draw) => ({
    right: ['busy'],
    scene: alone(
      draw,
      { size: HD, portrait: 'stock-emotions-a-3', face: draw.between(230, 340) },
      {
        backdrop: draw.chance(0.7)
          ? { kind: 'shelf', seed: Math.floor(draw.between(1, 999)) }
          : { kind: 'picture', picture: 'background', from: LANDSCAPE_WITHOUT_SKY },
      },
    ),
  }),
}

/** Pictures for one check. The same count gives the same pictures. */
export const faceCases = (check: string, count: number): Case[] =>
  Array.from({ length: count }, (_, i) => {
    const made = FACE_CHECKS[check]?.(createDraw((i + 1) * 7919 + check.length * 104729))
    if (!made) throw new Error(`no pictures for ${check}`)
    return { check, ...made }
  })

/** Names of the portraits, as they lie in tests/fixtures/faces. */
export const PORTRAITS = [
  'stock-emotions-a-3',
  'stock-emotions-a-2',
  'ai-face',
  'ai-upper',
  'group-2',
  'background',
] as const
