import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { TOWNS } from './towns.ts'

/** WGS 84, decimal degrees. */
type Point = { readonly latitude: number; readonly longitude: number }

/**
 * From here on a pin is said to lie elsewhere, kilometres. Of the towns themselves, each held against the others of its
 * regency, 1 in 100 lies farther off than this (docs/decisions/0047).
 */
const FAR_KM = 50
const EARTH_KM = 6371
const DEGREE = Math.PI / 180

/** Flat between two places of one country: errors are far below `FAR_KM`. */
function distanceKm(a: Point, b: Point): number {
  const east = (b.longitude - a.longitude) * DEGREE * Math.cos(((a.latitude + b.latitude) / 2) * DEGREE)
  const north = (b.latitude - a.latitude) * DEGREE
  return EARTH_KM * Math.hypot(east, north)
}

const nearestKm = (to: Point, points: readonly Point[]): number =>
  Math.min(...points.map((point) => distanceKm(to, point)))

const townsOf = (line: string): Point[] =>
  line.split(' ').map((pair) => {
    const [latitude = 0, longitude = 0] = pair.split(',').map(Number)
    return { latitude, longitude }
  })

/** `02°52'54.99"" N 097°31'07.00"" E`, as in the islands of idn-area-data. */
const ISLAND = /^[\d.]+,([\d.]+),"(\d+)°(\d+)'([\d.]+)"" ([NS]) (\d+)°(\d+)'([\d.]+)"" ([EW])"/

function readIslands(): Map<string, Point[]> {
  const path = createRequire(import.meta.url).resolve('idn-area-data/data/islands.csv')
  const islands = new Map<string, Point[]>()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [, regency, ...parts] = ISLAND.exec(line) ?? []
    if (regency === undefined) continue
    const degrees = (at: number) =>
      (Number(parts[at]) + Number(parts[at + 1]) / 60 + Number(parts[at + 2]) / 3600) *
      (parts[at + 3] === 'S' || parts[at + 3] === 'W' ? -1 : 1)
    const known = islands.get(regency) ?? []
    known.push({ latitude: degrees(0), longitude: degrees(4) })
    islands.set(regency, known)
  }
  return islands
}

/**
 * How far a pin lies from the nearest town or island of a regency, whole kilometres, when that is far and a town of
 * another regency is nearer; undefined when nothing speaks against it, or no place of the regency is known.
 */
export function createPinCheck(): (regency: string, pin: Point) => number | undefined {
  let islands: Map<string, Point[]> | undefined
  return (regency, pin) => {
    islands ??= readIslands()
    const towns = TOWNS[regency]
    const own = [...(towns === undefined ? [] : townsOf(towns)), ...(islands.get(regency) ?? [])]
    const away = nearestKm(pin, own)
    if (own.length === 0 || away <= FAR_KM) return undefined
    const others = Object.entries(TOWNS).filter(([code]) => code !== regency)
    const elsewhere = Math.min(...others.map(([, line]) => nearestKm(pin, townsOf(line))))
    return elsewhere < away ? Math.round(away) : undefined
  }
}
