/**
 * Learns the shapes of NIK digits from many typefaces and writes src/main/services/ocr/nik/digit-weights.ts.
 * Run: node tests/bench/ktp/train-digits.ts (about five minutes). The kept-out typefaces take no part.
 */
import { writeFileSync } from 'node:fs'
import { findComponents } from '../../../src/main/services/ocr/image/components.ts'
import { flattenBackground, inkGrey } from '../../../src/main/services/ocr/image/normalise.ts'
import { CLASSES } from '../../../src/main/services/ocr/nik/digit-net.ts'
import {
  DIGIT_HEIGHT,
  DIGIT_WIDTH,
  digitPicture,
  segmentNik,
} from '../../../src/main/services/ocr/nik/segment.ts'
import { drawSvg, pixelsOf, resized, webcamJpeg } from '../../helpers/pictures.ts'
import { textPath, textWidth } from './fonts.ts'
import { type LensConditions, takePicture } from './lens.ts'
import { createRandom, type Random } from './random.ts'

const HIDDEN = 96
const LENS: LensConditions = {
  focus: [0.3, 1.8],
  motion: [0, 3],
  upscaled: [0.7, 1.4],
  noise: [1.5, 13],
  sharpening: [0, 1.8],
}
const INPUTS = DIGIT_WIDTH * DIGIT_HEIGHT
const FACES: readonly { font: string; weights: readonly number[]; often?: number }[] = [
  { font: 'ocr-a', weights: [400], often: 5 },
  { font: 'ocr-b', weights: [400], often: 4 },
  { font: 'cousine', weights: [400, 700] },
  { font: 'arimo', weights: [400, 700], often: 2 },
  { font: 'roboto-mono', weights: [400, 700] },
  { font: 'ibm-plex-mono', weights: [400, 700] },
  { font: 'courier-prime', weights: [400, 700] },
  { font: 'anonymous-pro', weights: [400, 700] },
  { font: 'b612-mono', weights: [400, 700] },
  { font: 'inconsolata', weights: [400, 700] },
  { font: 'pt-mono', weights: [400] },
  { font: 'roboto', weights: [400, 700] },
  { font: 'open-sans', weights: [400, 700] },
  { font: 'jetbrains-mono', weights: [400, 700] },
  { font: 'source-code-pro', weights: [400, 700] },
  { font: 'space-mono', weights: [400, 700] },
  { font: 'carlito', weights: [400, 700] },
  { font: 'roboto-condensed', weights: [400, 700] },
  { font: 'dejavu-mono', weights: [400, 700], often: 2 },
  { font: 'dejavu-sans', weights: [400, 700] },
  { font: 'share-tech-mono', weights: [400] },
  { font: 'overpass-mono', weights: [400, 700] },
  { font: 'pt-sans', weights: [400, 700] },
  { font: 'fira-sans', weights: [400, 700] },
]

type Sample = { readonly picture: Float32Array; readonly digit: number }

/** Draws one NIK row as the reader sees it (1400 px wide cards) and cuts it as the reader does. */
const makeStrip = async (random: Random): Promise<Sample[]> => {
  const pool = FACES.flatMap((face) => new Array<(typeof FACES)[number]>(face.often ?? 1).fill(face))
  const face = random.pick(pool)
  const nik = Array.from({ length: 16 }, () => random.int(0, 9)).join('')
  const size = random.range(46, 70)
  const style = {
    font: face.font,
    weight: random.pick(face.weights),
    size,
    spacing: random.range(-0.05, 0.14),
  }
  const width = Math.ceil(textWidth(nik, style)) + 120
  const height = 150
  const ink = random.range(0.75, 1)
  const waves = Array.from(
    { length: 6 },
    (_, i) =>
      `<path d="M0 ${i * 26} q${width / 4} ${random.range(-40, 40)} ${width / 2} 0 t${width / 2} 0" stroke="#6aa6c8" stroke-opacity="0.25" fill="none" stroke-width="2"/>`,
  ).join('')
  // Narrower, slanted, bolder and lighter than any of the faces: the card at hand may be set in none of them.
  const stretch = random.range(0.86, 1.12)
  const slant = random.chance(0.3) ? random.range(-7, 7) : 0
  const bolder = random.range(-1.4, 2.4)
  const stroke =
    bolder > 0 ? `stroke="#1c1c22" stroke-width="${bolder}"` : `stroke="#a8d3ea" stroke-width="${-bolder}"`
  const place = `translate(${width / 2} 75) rotate(${random.range(-0.4, 0.4)}) skewX(${slant}) scale(${stretch} 1) translate(${-width / 2} -75)`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#a8d3ea"/>${waves}<g transform="${place}"><path d="${textPath(nik, 60, 100, style)}" fill="#1c1c22" fill-opacity="${ink}" ${stroke}/></g></svg>`
  const natural = random.range(0.45, 1)
  const small = { width: Math.round(width * natural), height: Math.round(height * natural) }
  const drawn = await resized(await drawSvg(svg), small.width, small.height)
  // The same camera as the frames of the benchmark, at its hard end more often than not.
  const light = random.range(0.35, 1.05)
  const haze = random.chance(0.3) ? random.range(0, 110) : 0
  const lit = Float32Array.from(drawn.data, (v) => v * light * (1 - haze / 400) + haze)
  const shot = takePicture({ data: lit, ...small }, LENS, random)
  const pixels = Uint8Array.from(shot.data, (v) => Math.max(0, Math.min(255, v)))
  const jpeg = await webcamJpeg({ data: pixels, ...small }, random.int(40, 92))
  const enlarged = await resized(await pixelsOf(jpeg), width, height)
  const { grey } = flattenBackground(inkGrey(enlarged))
  const tall = findComponents(grey, 128)
    .filter((c) => c.bottom - c.top > size * 0.4 && c.left > 20 && c.right < width - 20)
    .sort((a, b) => a.left - b.left)
  const cells = segmentNik(grey, tall, 0)
  if (!cells) return []
  return cells.map((cell, i) => ({
    digit: Number(nik[i]),
    picture: digitPicture(grey, cell, 0, {
      dx: random.normal() * 1.5,
      dy: random.normal() * 1.5,
      scale: random.range(0.92, 1.1),
    }),
  }))
}

type Params = { w1: Float32Array; b1: Float32Array; w2: Float32Array; b2: Float32Array }

const train = (samples: readonly Sample[], random: Random): Params => {
  const p: Params = {
    w1: Float32Array.from({ length: HIDDEN * INPUTS }, () => random.normal() * Math.sqrt(2 / INPUTS)),
    b1: new Float32Array(HIDDEN),
    w2: Float32Array.from({ length: CLASSES * HIDDEN }, () => random.normal() * Math.sqrt(2 / HIDDEN)),
    b2: new Float32Array(CLASSES),
  }
  const hidden = new Float32Array(HIDDEN)
  const grad = new Float32Array(HIDDEN)
  const scores = new Float32Array(CLASSES)
  const epochs = 14
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = 0.02 * (1 - epoch / epochs) + 0.0005
    let right = 0
    for (let n = 0; n < samples.length; n++) {
      const { picture, digit } = samples[random.int(0, samples.length - 1)] as Sample
      forward(p, picture, hidden, scores)
      if (scores.indexOf(Math.max(...scores)) === digit) right++
      softmax(scores)
      grad.fill(0)
      for (let c = 0; c < CLASSES; c++) {
        // Label smoothing keeps the probabilities honest.
        const error = (scores[c] as number) - (c === digit ? 0.982 : 0.002)
        for (let h = 0; h < HIDDEN; h++) {
          const i = c * HIDDEN + h
          grad[h] = (grad[h] as number) + error * (p.w2[i] as number)
          p.w2[i] = (p.w2[i] as number) - rate * error * (hidden[h] as number)
        }
        p.b2[c] = (p.b2[c] as number) - rate * error
      }
      for (let h = 0; h < HIDDEN; h++) {
        if ((hidden[h] as number) <= 0) continue
        const g = rate * (grad[h] as number)
        const row = h * INPUTS
        for (let i = 0; i < INPUTS; i++)
          p.w1[row + i] = (p.w1[row + i] as number) - g * (picture[i] as number)
        p.b1[h] = (p.b1[h] as number) - g
      }
    }
    console.log(`epoch ${epoch + 1}: ${((100 * right) / samples.length).toFixed(2)} % right while learning`)
  }
  return p
}

const forward = (p: Params, picture: Float32Array, hidden: Float32Array, scores: Float32Array): void => {
  for (let h = 0; h < HIDDEN; h++) {
    let sum = p.b1[h] as number
    const row = h * INPUTS
    for (let i = 0; i < INPUTS; i++) sum += (p.w1[row + i] as number) * (picture[i] as number)
    hidden[h] = Math.max(0, sum)
  }
  for (let c = 0; c < CLASSES; c++) {
    let sum = p.b2[c] as number
    for (let h = 0; h < HIDDEN; h++) sum += (p.w2[c * HIDDEN + h] as number) * (hidden[h] as number)
    scores[c] = sum
  }
}

const softmax = (scores: Float32Array): void => {
  const most = Math.max(...scores)
  let total = 0
  for (let c = 0; c < CLASSES; c++) {
    scores[c] = Math.exp((scores[c] as number) - most)
    total += scores[c] as number
  }
  for (let c = 0; c < CLASSES; c++) scores[c] = (scores[c] as number) / total
}

const pack = (parts: readonly Float32Array[]): string => {
  const scales = parts.map((part) => Math.max(...part.map(Math.abs)) / 127)
  const bytes = Buffer.concat(
    parts.map((part, k) =>
      Buffer.from(Int8Array.from(part, (v) => Math.round(v / (scales[k] as number))).buffer),
    ),
  )
  return `import type { PackedNet } from './digit-net.ts'

/** Learned by tests/bench/ktp/train-digits.ts from synthetic digits of ${FACES.length} typefaces; do not edit by hand. */
export const DIGIT_WEIGHTS: PackedNet = {
  scales: [${scales.map((s) => s.toPrecision(6)).join(', ')}],
  bytes:
    '${bytes.toString('base64')}',
}
`
}

const random = createRandom(20261123)
const strips = Number(process.argv[2] ?? 3000)
const samples: Sample[] = []
for (let i = 0; i < strips; i++) samples.push(...(await makeStrip(random)))
console.log(`${samples.length} digits`)
const net = train(samples, random)
writeFileSync(
  new URL('../../../src/main/services/ocr/nik/digit-weights.ts', import.meta.url),
  pack([net.w1, net.b1, net.w2, net.b2]),
)
