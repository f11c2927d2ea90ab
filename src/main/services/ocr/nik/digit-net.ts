import { DIGIT_HEIGHT, DIGIT_WIDTH } from './segment.ts'

/** Ten digits. */
export const CLASSES = 10
const INPUTS = DIGIT_WIDTH * DIGIT_HEIGHT

/** Weights of a two-layer network: hidden = relu(W1·x + b1), scores = W2·hidden + b2. */
export type DigitNet = {
  readonly w1: Float32Array
  readonly b1: Float32Array
  readonly w2: Float32Array
  readonly b2: Float32Array
}

/** Weights as stored: one signed byte each, with one scale for every layer. */
export type PackedNet = { readonly scales: readonly [number, number, number, number]; readonly bytes: string }

/** Unpacks stored weights. */
export const unpackNet = (packed: PackedNet): DigitNet => {
  const bytes = new Int8Array(Buffer.from(packed.bytes, 'base64'))
  const hidden = (bytes.length - CLASSES) / (INPUTS + 1 + CLASSES)
  let at = 0
  const take = (length: number, scale: number): Float32Array => {
    const part = Float32Array.from(bytes.subarray(at, at + length), (v) => v * scale)
    at += length
    return part
  }
  const [s1, s2, s3, s4] = packed.scales
  return {
    w1: take(hidden * INPUTS, s1),
    b1: take(hidden, s2),
    w2: take(CLASSES * hidden, s3),
    b2: take(CLASSES, s4),
  }
}

/** Probability of each digit for one 16 × 24 ink picture (softmax). */
export const classifyDigit = (net: DigitNet, picture: Float32Array): Float32Array => {
  const units = net.b1.length
  const hidden = new Float32Array(units)
  for (let h = 0; h < units; h++) {
    let sum = net.b1[h] as number
    for (let i = 0; i < INPUTS; i++) sum += (net.w1[h * INPUTS + i] as number) * (picture[i] as number)
    hidden[h] = Math.max(0, sum)
  }
  const scores = new Float32Array(CLASSES)
  let most = Number.NEGATIVE_INFINITY
  for (let c = 0; c < CLASSES; c++) {
    let sum = net.b2[c] as number
    for (let h = 0; h < units; h++) sum += (net.w2[c * units + h] as number) * (hidden[h] as number)
    scores[c] = sum
    most = Math.max(most, sum)
  }
  let total = 0
  for (let c = 0; c < CLASSES; c++) {
    scores[c] = Math.exp((scores[c] as number) - most)
    total += scores[c] as number
  }
  return scores.map((v) => v / total)
}
