import { crc32, deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createKtpReader, type KtpReader } from '../../../src/main/services/ocr/index.ts'
import { makeEmptyDesk, makeFrame } from '../../bench/ktp/index.ts'
import { makeHand, makeOtherCard } from '../../bench/ktp/other-things.ts'
import { faceFrame, plainFrame } from '../../helpers/camera-scene.ts'
import { cornerOf, pixelsOf, plainPixels, webcamJpeg } from '../../helpers/pictures.ts'

/** A PNG whose header declares `width` × `height` while its data is a few bytes: a decompression bomb's front. */
const pngBomb = (width: number, height: number): Uint8Array => {
  const chunk = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(body.length)
    const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([head, named, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const solid = (width: number, height: number): Promise<Uint8Array> =>
  webcamJpeg(plainPixels(width, height, '#808080'))

/**
 * Most that a picture without a KTP may take of the processors, all threads together, milliseconds: other tests beside this
 * one do not count. A desk with two of them and nothing else to do answers in about three quarters of what was taken;
 * the dearest, a driving licence, takes 3.7 to 4 s there. The rest is for machines whose cores are slow or shared:
 * what is held here is that the search for a card ends soon, wherever there is none.
 */
const PROCESSOR_MS = 15_000
/** What desks search for, however busy the machine is that runs this. */
const DESK_SEARCH_MS = 1_500

// Reading is slow where other tests share the two cores; what counts here is the answer.
vi.setConfig({ testTimeout: 300_000 })

describe('pictures without a KTP', () => {
  let reader: KtpReader
  beforeAll(async () => {
    reader = createKtpReader({ timeoutMs: 200_000, searchMs: DESK_SEARCH_MS })
    await reader.warm()
  })
  afterAll(() => reader.close())

  const noCard: [string, () => Promise<Uint8Array>][] = [
    ['an empty desk', () => makeEmptyDesk(11, 'easy')],
    ['a desk with papers', () => makeEmptyDesk(12, 'hard')],
    ['a black frame', () => plainFrame('#000000')],
    ['a white frame', () => plainFrame('#ffffff')],
    ['a hand', makeHand],
    ['a portrait', () => faceFrame('stock-emotions-a-3')],
    ['a bank card', () => makeOtherCard(21, 'bank')],
    ['a driving licence', () => makeOtherCard(22, 'driving-licence')],
    ['the back of a KTP', () => makeOtherCard(23, 'ktp-back')],
  ]
  it.each(noCard)('%s: no card, and soon', async (_, make) => {
    const picture = await make()
    const before = process.cpuUsage()
    expect(await reader.read(picture)).toEqual({ kind: 'no-card' })
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(PROCESSOR_MS)
  })
})

describe('pictures that are no readable KTP', () => {
  let reader: KtpReader
  beforeAll(async () => {
    reader = createKtpReader({ timeoutMs: 200_000 })
    await reader.warm()
  })
  afterAll(() => reader.close())

  const bad: [string, () => Promise<Uint8Array>, string][] = [
    ['a picture of one pixel', () => solid(1, 1), 'too-small'],
    ['a picture of 60 megapixels', () => solid(10_000, 6_000), 'too-large'],
    ['a PNG bomb', async () => pngBomb(60_000, 60_000), 'too-large'],
    ['a file of 31 MB', async () => new Uint8Array(31_000_000), 'too-large'],
    [
      'a truncated JPEG',
      async () => (await makeFrame(31, { severity: 'easy' })).jpeg.subarray(0, 60_000),
      'undecodable',
    ],
    ['no bytes at all', async () => new Uint8Array(0), 'undecodable'],
    ['text', async () => Buffer.from('bukan gambar'.repeat(100)), 'undecodable'],
    [
      'an SVG (never rendered)',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"/>'),
      'undecodable',
    ],
  ]
  it.each(bad)('%s', async (_, make, reason) => {
    expect(await reader.read(await make())).toEqual({ kind: 'bad-picture', reason })
  })

  it.each([
    [180, 180],
    [90, 270],
    [270, 90],
  ] as const)('a card turned by %i degrees is read and turned upright', async (turn, turned) => {
    const frame = await makeFrame(42, { severity: 'easy', family: 'a-classic', turn })
    const reading = await reader.read(frame.jpeg)
    expect(reading.kind).toBe('read')
    if (reading.kind !== 'read') return
    expect(reading.turned).toBe(turned)
    expect(reading.fields.nama.value).toBe(frame.truth.nama)
  })

  it('half a card never crashes the reader and claims nothing surely', async () => {
    const frame = await makeFrame(51, { severity: 'easy' })
    const half = await webcamJpeg(cornerOf(await pixelsOf(frame.jpeg), 1000, 1080))
    const reading = await reader.read(half)
    if (reading.kind !== 'read') return
    for (const field of Object.values(reading.fields)) {
      if (field.confidence >= 0.95) expect(Object.values(frame.truth)).toContain(field.value)
    }
  })

  it('still reads a good picture after all of these', async () => {
    const frame = await makeFrame(61, { severity: 'easy', family: 'a-classic' })
    const reading = await reader.read(frame.jpeg)
    expect(reading.kind === 'read' && reading.fields.nik.value).toBe(frame.truth.nik)
  })
})
