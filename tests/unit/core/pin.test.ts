import { describe, expect, it } from 'vitest'
import { createPinCheck } from '../../../src/main/services/regions/index.ts'
import { TOWNS } from '../../../src/main/services/regions/towns.ts'
import { visitWarnings } from '../../../src/main/services/visit/warnings.ts'

const kmFromRegency = createPinCheck()
const PALANGKARAYA = { latitude: -2.2083, longitude: 113.9138 }

describe('a pin and the regency that was chosen', () => {
  it.each([
    ['62.71', 'its own city'],
    ['62.11', 'the next regency, whose towns are near'],
  ])('%s: nothing is said about %s', (regency) => {
    expect(kmFromRegency(regency, PALANGKARAYA)).toBeUndefined()
  })

  it.each([
    ['62.08', 'Sukamara, known by its islands alone', 250, 350],
    ['73.71', 'Makassar, across the sea', 600, 800],
    ['31.01', 'Kepulauan Seribu', 850, 1000],
  ])('%s: far from %s', (regency, _, least, most) => {
    const km = kmFromRegency(regency, PALANGKARAYA)
    expect(km).toBeGreaterThan(least)
    expect(km).toBeLessThan(most)
  })

  it('says nothing about a regency of which no place is known', () => {
    expect(kmFromRegency('99.99', PALANGKARAYA)).toBeUndefined()
  })

  it('has no objection to any town of its own regency, and objects to every one on Java for Palangkaraya', () => {
    const towns = Object.entries(TOWNS).flatMap(([regency, line]) =>
      line.split(' ').map((pair) => {
        const [latitude = 0, longitude = 0] = pair.split(',').map(Number)
        return { regency, pin: { latitude, longitude } }
      }),
    )
    expect(towns.length).toBeGreaterThan(1900)
    expect(new Set(towns.map(({ regency }) => regency)).size).toBeGreaterThan(490)
    const some = towns.filter((_, index) => index % 10 === 0)
    expect(some.filter(({ regency, pin }) => kmFromRegency(regency, pin) !== undefined)).toEqual([])
    const onJava = some.filter(({ regency }) => /^3[1-6]/.test(regency))
    expect(onJava.filter(({ pin }) => kmFromRegency('62.71', pin) === undefined)).toEqual([])
  })

  it('warns at the field, with the distance, and never before both are there', () => {
    const context = { today: '2026-11-28', regionKnown: () => true, kmFromRegency }
    const far = { wilayahUsaha: '62.71.01.1003', titikUsaha: '-6.200000, 106.800000' }
    expect(visitWarnings(far, context)).toEqual([
      { field: 'titikUsaha', code: 'pin.elsewhere.soft', params: { km: expect.any(Number) } },
    ])
    expect(visitWarnings({ ...far, titikUsaha: '-2.208300, 113.913800' }, context)).toEqual([])
    expect(visitWarnings({ titikUsaha: far.titikUsaha }, context)).toEqual([])
  })
})
