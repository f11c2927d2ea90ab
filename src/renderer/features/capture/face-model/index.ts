import { type Config, type FaceResult, Human } from '@vladmandic/human'
import type { SeenFace } from '../checks/face-check.ts'

/** Where the build puts the models and the WebAssembly program (electron.vite.config.ts). */
declare const __FACE_FILES__: string

/** Faces that are looked for; more than one is one too many already. */
const MOST_FACES = 4

/**
 * Only what the guidance needs: box, mesh (for the angles) and iris (for the lids). Nothing is recognised, described or
 * kept. Everything is fetched from the kiosk itself; no WebGL, because a desk PC's driver is a lottery.
 */
const CONFIG: Partial<Config> = {
  backend: 'wasm',
  async: false,
  debug: false,
  cacheModels: false,
  cacheSensitivity: 0,
  validateModels: false,
  warmup: 'none',
  filter: { enabled: false },
  gesture: { enabled: false },
  face: {
    enabled: true,
    // Judged anew in every frame: a remembered box would hold on to somebody who has left.
    detector: { rotation: true, maxDetected: MOST_FACES, minConfidence: 0.3, skipFrames: 0, skipTime: 0 },
    mesh: { enabled: true },
    iris: { enabled: true },
    attention: { enabled: false },
    description: { enabled: false },
    emotion: { enabled: false },
    antispoof: { enabled: false },
    liveness: { enabled: false },
  },
  body: { enabled: false },
  hand: { enabled: false },
  object: { enabled: false },
  segmentation: { enabled: false },
}

/** A model that finds faces in a canvas and says how they are held. */
export type FaceModel = {
  /** @param picture any size; boxes come back in its own pixels */
  readonly find: (picture: OffscreenCanvas) => Promise<readonly SeenFace[]>
}

/** Loads the models (about one second); throws when a file cannot be fetched. */
export async function loadFaceModel(): Promise<FaceModel> {
  const base = new URL(__FACE_FILES__, self.location.origin).href
  const human = new Human({ ...CONFIG, modelBasePath: base, wasmPath: base })
  await human.load()
  if (!human.models.loaded().includes('facemesh')) throw new Error('the face models could not be loaded')
  return {
    find: async (picture) => (await human.detect(picture)).face.map(seenFace),
  }
}

const degrees = (radians: number): number => (radians * 180) / Math.PI

/** Points of MediaPipe's canonical face mesh. */
const POINT = { nose: 1, chin: 152, rightEar: 234, leftEar: 454, rightEye: 33, leftEye: 263 } as const
/** Corners and lids of both eyes: outer, inner, upper, lower. */
const EYES = [
  [33, 133, 159, 145],
  [263, 362, 386, 374],
] as const

/** How far the nose stands before the ears, in half face widths: a head is about as deep as it is wide. */
const NOSE_BEFORE_EARS = 1.1
/** Height of the ears below the eyes of somebody who looks straight ahead, and how it changes with a nod (per tangent). */
const EARS_BELOW_EYES = 0.14
const EARS_PER_NOD = 0.73

/**
 * The angles are taken from where nose, ears and eyes stand to each other. The library's own yaw stops growing at about
 * 22 degrees, whether a head is turned a little or far.
 */
function seenFace({ mesh, boxScore, faceScore }: FaceResult): SeenFace {
  const at = (index: number): readonly [number, number] => {
    const point = mesh[index]
    return point ? [point[0], point[1]] : [0, 0]
  }
  const [right, left] = [at(POINT.rightEye), at(POINT.leftEye)]
  const roll = Math.atan2(left[1] - right[1], left[0] - right[0])
  const upright = (index: number) => {
    const [x, y] = at(index)
    return { x: x * Math.cos(roll) + y * Math.sin(roll), y: y * Math.cos(roll) - x * Math.sin(roll) }
  }
  const [nose, chin, earA, earB] = [
    upright(POINT.nose),
    upright(POINT.chin),
    upright(POINT.rightEar),
    upright(POINT.leftEar),
  ]
  const eyes = upright(POINT.rightEye).y
  const aside = (nose.x - (earA.x + earB.x) / 2) / Math.max(1, (earB.x - earA.x) / 2)
  const ears = ((earA.y + earB.y) / 2 - eyes) / Math.max(1, chin.y - eyes)
  return {
    box: boxOf(mesh),
    score: Math.min(boxScore, faceScore),
    yaw: degrees(Math.atan(aside / NOSE_BEFORE_EARS)),
    pitch: degrees(Math.atan((EARS_BELOW_EYES - ears) / EARS_PER_NOD)),
    roll: degrees(roll),
    eyesOpen: eyesOpen(mesh),
  }
}

/** The tightest upright box around the mesh: hairline to chin, ear to ear. */
function boxOf(mesh: FaceResult['mesh']): SeenFace['box'] {
  const [xs, ys] = [mesh.map((point) => point[0]), mesh.map((point) => point[1])]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** How far the lids are apart, as a share of the eye's width; the wider eye counts (a wink is no sleep). */
function eyesOpen(mesh: FaceResult['mesh']): number {
  const between = (a: number, b: number): number => {
    const [from, to] = [mesh[a], mesh[b]]
    return from && to ? Math.hypot(from[0] - to[0], from[1] - to[1]) : 0
  }
  return Math.max(
    ...EYES.map(([outer, inner, upper, lower]) => between(upper, lower) / Math.max(1, between(outer, inner))),
  )
}
