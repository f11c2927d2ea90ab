import { describe, expect, test } from 'vitest'
import { createLinkFit } from '../../../src/main/services/central-api/link-fit.ts'

const KIB = 1024
/** Sends `times` whole pieces at so many bytes a millisecond. */
function send(fit: ReturnType<typeof createLinkFit>, times: number, bytesPerMs: number): void {
  for (let n = 0; n < times; n += 1) fit.arrived(fit.pieceBytes(), fit.pieceBytes() / bytesPerMs)
}

describe('pieces fitted to the link', () => {
  test('an unknown link begins in the middle, with one packet at a time', () => {
    const fit = createLinkFit()
    expect([fit.pieceBytes(), fit.isGood()]).toEqual([256 * KIB, false])
  })

  test('on a good link they double up to 1 MiB', () => {
    const fit = createLinkFit()
    const sizes = [1, 2, 3].map(() => {
      send(fit, 1, 10_000)
      return fit.pieceBytes() / KIB
    })
    expect(sizes).toEqual([512, 1024, 1024])
    expect(fit.isGood()).toBe(true)
  })

  test('on a crawling link they take about a second, and never fall below 64 KiB', () => {
    const fit = createLinkFit()
    send(fit, 1, 100)
    expect(fit.pieceBytes()).toBe(100_000)
    send(fit, 1, 10)
    expect(fit.pieceBytes()).toBe(64 * KIB)
    send(fit, 1, 1)
    expect(fit.pieceBytes()).toBe(64 * KIB)
  })

  test('after a break they are smallest until 1 MiB has got through in one go', () => {
    const fit = createLinkFit()
    send(fit, 3, 10_000)
    fit.broke()
    expect([fit.pieceBytes(), fit.isGood()]).toEqual([64 * KIB, false])
    send(fit, 15, 10_000)
    expect(fit.pieceBytes()).toBe(64 * KIB)
    send(fit, 1, 10_000)
    expect(fit.pieceBytes()).toBe(128 * KIB)
    send(fit, 3, 10_000)
    expect(fit.isGood()).toBe(true)
  })

  test('a link that breaks every 200 KB never sees large ones', () => {
    const fit = createLinkFit()
    for (let breaks = 0; breaks < 20; breaks += 1) {
      send(fit, 3, 10_000)
      fit.broke()
      expect(fit.pieceBytes()).toBe(64 * KIB)
    }
  })

  test('little pieces, which measure only the way there and back, change nothing', () => {
    const fit = createLinkFit()
    fit.arrived(2_000, 900)
    expect(fit.pieceBytes()).toBe(256 * KIB)
  })
})
