import type { Random } from './random.ts'

/** Floating-point RGB pixels of one frame, row by row. */
export type Frame = { readonly data: Float32Array; readonly width: number; readonly height: number }

/** What the camera does to the light that falls into it. */
export type LensConditions = {
  /** Radius of the circle that a point becomes when focus is off, pixels. */
  readonly focus: readonly [number, number]
  /** Length of the smear of a moving card or hand, pixels. */
  readonly motion: readonly [number, number]
  /** How much smaller the sensor's picture is than the frame that the driver delivers. */
  readonly upscaled: readonly [number, number]
  /** Deviation of the sensor's noise, grey levels. */
  readonly noise: readonly [number, number]
  /** Strength of the camera's own sharpening. */
  readonly sharpening: readonly [number, number]
}

/**
 * Takes the picture: focus, motion, the sensor's mosaic and noise, and the sharpening of cheap webcams.
 * @param moment for another picture by the same camera: what differs from one frame of its stream to the next
 */
export const takePicture = (scene: Frame, c: LensConditions, random: Random, moment?: Random): Frame => {
  const focus = random.range(...c.focus) * (moment?.range(0.9, 1.15) ?? 1)
  let frame = blurBy(scene, discKernel(focus))
  const smear = drawSmear(c, random)
  const { length, angle } = moment ? drawSmear(c, moment) : smear
  if (length > LEAST_SMEAR) frame = blurBy(frame, lineKernel(length, angle))
  const factor = random.range(...c.upscaled)
  if (factor > 1.05) frame = resample(frame, factor)
  frame = readSensor(frame, random.range(...c.noise), random, moment)
  if (factor > 1.05) frame = resample(frame, 1 / factor, scene.width, scene.height)
  return sharpen(frame, random.range(...c.sharpening))
}

/** A shorter smear than this, pixels, is none. */
const LEAST_SMEAR = 0.6

const drawSmear = (c: LensConditions, random: Random): { length: number; angle: number } => {
  const length = random.range(...c.motion)
  return { length, angle: length > LEAST_SMEAR ? random.range(0, Math.PI) : 0 }
}

type Tap = { readonly dx: number; readonly dy: number; readonly weight: number }

const normalise = (taps: readonly Tap[]): Tap[] => {
  const sum = taps.reduce((total, tap) => total + tap.weight, 0)
  return taps.filter((tap) => tap.weight > 0).map((tap) => ({ ...tap, weight: tap.weight / sum }))
}

/** A filled circle with a soft rim. */
const discKernel = (radius: number): Tap[] => {
  const taps: Tap[] = []
  const reach = Math.ceil(radius + 0.5)
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++)
      taps.push({ dx, dy, weight: Math.max(0, Math.min(1, radius + 0.5 - Math.hypot(dx, dy))) })
  }
  return normalise(taps)
}

/** A short straight smear. */
const lineKernel = (length: number, angle: number): Tap[] => {
  const weights = new Map<string, Tap>()
  for (let s = -length / 2; s <= length / 2; s += 0.1) {
    const dx = Math.round(s * Math.cos(angle))
    const dy = Math.round(s * Math.sin(angle))
    const known = weights.get(`${dx}/${dy}`)
    weights.set(`${dx}/${dy}`, { dx, dy, weight: (known?.weight ?? 0) + 1 })
  }
  return normalise([...weights.values()])
}

const blurBy = (frame: Frame, taps: readonly Tap[]): Frame => {
  if (taps.length < 2) return frame
  const { width, height, data } = frame
  const out = new Float32Array(data.length)
  for (const { dx, dy, weight } of taps) {
    for (let y = 0; y < height; y++) {
      const sy = Math.max(0, Math.min(height - 1, y + dy))
      const from = Math.max(0, -dx)
      const to = Math.min(width, width - dx)
      let o = (y * width + from) * 3
      let i = (sy * width + from + dx) * 3
      for (const end = (y * width + to) * 3; o < end; o++, i++)
        out[o] = (out[o] as number) + (data[i] as number) * weight
      // The rims repeat the nearest pixel.
      for (let x = 0; x < from; x++) addPixel(out, (y * width + x) * 3, data, sy * width * 3, weight)
      for (let x = to; x < width; x++)
        addPixel(out, (y * width + x) * 3, data, (sy * width + width - 1) * 3, weight)
    }
  }
  return { data: out, width, height }
}

const addPixel = (out: Float32Array, o: number, data: Float32Array, i: number, weight: number): void => {
  for (let k = 0; k < 3; k++) out[o + k] = (out[o + k] as number) + (data[i + k] as number) * weight
}

/** Bilinear change of size by `1 / factor`. */
const resample = (
  frame: Frame,
  factor: number,
  width = Math.round(frame.width / factor),
  height = Math.round(frame.height / factor),
): Frame => {
  const data = new Float32Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    const v = Math.max(0, Math.min(frame.height - 1.001, ((y + 0.5) * frame.height) / height - 0.5))
    const iv = Math.floor(v)
    const fv = v - iv
    for (let x = 0; x < width; x++) {
      const u = Math.max(0, Math.min(frame.width - 1.001, ((x + 0.5) * frame.width) / width - 0.5))
      const iu = Math.floor(u)
      const fu = u - iu
      const s = (iv * frame.width + iu) * 3
      const below = s + frame.width * 3
      for (let k = 0; k < 3; k++) {
        const top = (frame.data[s + k] as number) * (1 - fu) + (frame.data[s + 3 + k] as number) * fu
        const low = (frame.data[below + k] as number) * (1 - fu) + (frame.data[below + 3 + k] as number) * fu
        data[(y * width + x) * 3 + k] = top * (1 - fv) + low * fv
      }
    }
  }
  return { data, width, height }
}

/**
 * One colour a pixel behind a Bayer mosaic (RGGB), noise on each, the two missing colours from the neighbours:
 * noise comes out in coloured grains wider than a pixel, and fine print gets coloured rims.
 */
const readSensor = (frame: Frame, noise: number, random: Random, moment?: Random): Frame => {
  const { width, height, data } = frame
  // A table of normals: drawing one for every sample would dominate the run.
  const normals = Float32Array.from({ length: 65536 }, () => random.normal())
  const first = random.int(0, 65535)
  let at = moment?.int(0, 65535) ?? first
  const raw = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      at = (at * 1664525 + 1013904223) & 0xffff
      const colour = (y & 1) + (x & 1)
      const value = data[(y * width + x) * 3 + colour] as number
      // Bright pixels carry more shot noise, dark ones look noisier after the gamma curve.
      const grain = noise * (0.7 + 0.5 * Math.sqrt(Math.max(0, 255 - value) / 255))
      raw[y * width + x] = value + (normals[(at + y * 7 + x) & 0xffff] as number) * grain
    }
  }
  const out = new Float32Array(data.length)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x
      const here = raw[i] as number
      const sides = ((raw[i - 1] as number) + (raw[i + 1] as number)) / 2
      const updown = ((raw[i - width] as number) + (raw[i + width] as number)) / 2
      const colour = (y & 1) + (x & 1)
      const o = i * 3
      if (colour === 1) {
        const redBeside = (y & 1) === 0
        out[o] = redBeside ? sides : updown
        out[o + 1] = here
        out[o + 2] = redBeside ? updown : sides
      } else {
        const corners =
          ((raw[i - width - 1] as number) +
            (raw[i - width + 1] as number) +
            (raw[i + width - 1] as number) +
            (raw[i + width + 1] as number)) /
          4
        out[o] = colour === 0 ? here : corners
        out[o + 1] = (sides + updown) / 2
        out[o + 2] = colour === 0 ? corners : here
      }
    }
  }
  return { data: out, width, height }
}

/** Adds what a small blur takes away: halos beside every stroke. */
const sharpen = (frame: Frame, strength: number): Frame => {
  if (strength < 0.05) return frame
  const soft = blurBy(frame, discKernel(1.6)).data
  return { ...frame, data: frame.data.map((v, i) => v + strength * (v - (soft[i] as number))) }
}
