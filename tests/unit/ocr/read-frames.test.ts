import { describe, expect, it } from 'vitest'
import { combineReadings, readFrames } from '../../../src/main/services/ocr/read-frames.ts'
import { KTP_FIELDS, type KtpField } from '../../../src/shared/domain/ktp/fields.ts'
import type { FieldReading, KtpReading } from '../../../src/shared/domain/ktp/reading.ts'

const field = (value: string, confidence: number): FieldReading => ({
  value,
  confidence,
  alternatives: [],
  box: { x: 0.2, y: 0.2, width: 0.3, height: 0.05 },
})

/** A reading that is sure of everything but what is given. */
const reading = (but: Partial<Record<KtpField, FieldReading>>): KtpReading => ({
  kind: 'read',
  fields: Object.fromEntries(
    KTP_FIELDS.map((name) => [name, but[name] ?? field(name.toUpperCase(), 0.97)]),
  ) as Record<KtpField, FieldReading>,
  card: { jpeg: new Uint8Array(), width: 800, height: 505 },
  turned: 0,
  ms: {},
})
const fieldOf = (some: KtpReading, name: KtpField): FieldReading | undefined =>
  some.kind === 'read' ? some.fields[name] : undefined

describe('two readings of one card', () => {
  it('take every field from the frame that is surer of it', () => {
    const one = reading({ nama: field('BUDl', 0.5), alamat: field('JL. MELATI NO. 4', 0.9) })
    const other = reading({ nama: field('BUDI', 0.9), alamat: field('JL MELATI NO 4', 0.6) })
    for (const both of [combineReadings(one, other), combineReadings(other, one)]) {
      expect(fieldOf(both, 'nama')).toMatchObject({ value: 'BUDI', confidence: 0.9, alternatives: ['BUDl'] })
      expect(fieldOf(both, 'alamat')?.value).toBe('JL. MELATI NO. 4')
    }
  })

  it('are not sure of what they read differently and clearly', () => {
    const both = combineReadings(
      reading({ nama: field('DEWI', 0.97) }),
      reading({ nama: field('DEWL', 0.85) }),
    )
    expect(fieldOf(both, 'nama')).toMatchObject({ value: 'DEWI', alternatives: ['DEWL'] })
    expect(fieldOf(both, 'nama')?.confidence).toBeLessThan(0.95)
  })

  it('are surer together of nothing than the surer one was', () => {
    const both = combineReadings(
      reading({ nama: field('DEWI', 0.9) }),
      reading({ nama: field('DEWI', 0.85) }),
    )
    expect(fieldOf(both, 'nama')?.confidence).toBe(0.9)
  })

  it('are the one reading where the other frame shows no card', () => {
    const one = reading({})
    expect(combineReadings({ kind: 'no-card' }, one)).toBe(one)
    expect(combineReadings(one, { kind: 'unreadable' })).toBe(one)
  })
})

describe('frames of one stream', () => {
  /** Answers the n-th of the readings for a frame whose byte is n, and notes which were asked for. */
  const frames = [Uint8Array.of(0), Uint8Array.of(1), Uint8Array.of(2)] as const
  const readerOf = (readings: readonly KtpReading[], slowMs = 0) => {
    const asked: number[] = []
    const read = async ([n = 0]: Uint8Array): Promise<KtpReading> => {
      asked.push(n)
      await new Promise((resolve) => setTimeout(resolve, slowMs))
      return readings[n] as KtpReading
    }
    return { asked, read }
  }
  const unclear = reading({ nama: field('BUDl', 0.5) })

  it('are not looked at when the photo says everything', async () => {
    const { asked, read } = readerOf([reading({ golonganDarah: field('-', 0.6) })])
    await readFrames(read, frames)
    expect(asked).toEqual([0])
  })

  it('are looked at until nothing is open', async () => {
    const { asked, read } = readerOf([unclear, reading({}), unclear])
    expect(fieldOf(await readFrames(read, frames), 'nama')?.value).toBe('NAMA')
    expect(asked).toEqual([0, 1])
  })

  it('may show the card that the photo did not', async () => {
    const { read } = readerOf([{ kind: 'no-card' }, { kind: 'unreadable' }, reading({})])
    expect((await readFrames(read, frames)).kind).toBe('read')
  })

  it('are left alone after a file that is no picture, or a reader that failed', async () => {
    for (const first of [
      { kind: 'bad-picture', reason: 'undecodable' },
      { kind: 'failed', reason: 'crash' },
    ] as const) {
      const { asked, read } = readerOf([first, reading({})])
      expect(await readFrames(read, frames)).toEqual(first)
      expect(asked).toEqual([0])
    }
  })

  it('are not begun when the time for another one is over', async () => {
    const { asked, read } = readerOf([unclear, reading({}), reading({})], 60)
    expect(await readFrames(read, frames, 100)).toEqual(unclear)
    expect(asked).toEqual([0])
  })

  it('do not hold up the answer when the reader hangs on one', async () => {
    const { read } = readerOf([unclear])
    const hangs = ([n]: Uint8Array): Promise<KtpReading> =>
      n === 0 ? read(Uint8Array.of(0)) : new Promise(() => undefined)
    expect(await readFrames(hangs, frames, 200)).toEqual(unclear)
  })
})
