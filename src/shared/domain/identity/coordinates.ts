import { err, ok, type Result } from '../result.ts'
import { type Issue, issue } from './issue.ts'
import { isTooLong, tidy } from './text.ts'

/** A place, WGS 84, decimal degrees. */
export type Coordinates = {
  /** `-2.208300, 113.913800`: six decimals are about ten centimetres, more than any map shows. */
  readonly value: string
  readonly latitude: number
  readonly longitude: number
}

/** Indonesia from Rote to Weh and from Weh to Merauke, with its waters, degrees. */
const INDONESIA = { south: -11.5, north: 6.5, west: 94.5, east: 141.5 } as const

const inIndonesia = (latitude: number, longitude: number): boolean =>
  latitude >= INDONESIA.south &&
  latitude <= INDONESIA.north &&
  longitude >= INDONESIA.west &&
  longitude <= INDONESIA.east

/** Decimal commas become points where the two numbers are not told apart by a comma alone. */
function twoNumbers(text: string): readonly [number, number] | undefined {
  const plain = text.replace(/[\u2212\u2013]/g, '-')
  const points = /^(-?\d{1,3}(?:\.\d+)?)[ ,;]+(-?\d{1,3}(?:\.\d+)?)$/.exec(plain)
  const commas = /^(-?\d{1,3}(?:,\d+)?)(?: ?; ?| )(-?\d{1,3}(?:,\d+)?)$/.exec(plain)
  const match = points ?? commas
  if (!match) return undefined
  const number = (part: string | undefined) => Number((part ?? '').replace(',', '.'))
  return [number(match[1]), number(match[2])]
}

/**
 * Reads a place as maps on a phone give it: `-2.2083, 113.9138`, `-2,2083; 113,9138` (001 step 4, *pinpoint*).
 * @returns the place, or `coordinates.format`, `coordinates.swapped` (longitude first), `coordinates.outside` Indonesia
 */
export function parseCoordinates(text: string): Result<Coordinates, Issue> {
  const pair = isTooLong(text) ? undefined : twoNumbers(tidy(text))
  if (!pair) return err(issue('coordinates.format'))
  const [latitude, longitude] = pair
  if (!inIndonesia(latitude, longitude))
    return err(issue(inIndonesia(longitude, latitude) ? 'coordinates.swapped' : 'coordinates.outside'))
  return ok({ value: `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`, latitude, longitude })
}
