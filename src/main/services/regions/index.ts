import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { knownRegions } from '#shared/domain/identity/index.ts'

/**
 * Whether six digits name a district (kecamatan) of today. Codes of older divisions are real too: an unknown
 * code is a hint, never an error. Source: idn-area-data (ODbL), read at the first question.
 */
export function createRegionLookup(): (sixDigits: string) => boolean {
  let lookup: ((sixDigits: string) => boolean) | undefined
  return (sixDigits) => {
    lookup ??= knownRegions(readDistrictCodes())
    return lookup(sixDigits)
  }
}

function readDistrictCodes(): string[] {
  const packageRoot = dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json'))
  return readFileSync(join(packageRoot, 'data', 'districts.csv'), 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => line.match(/^"?([\d.]+)"?,/)?.[1] ?? [])
}

export { type Areas, createAreas } from './areas.ts'
export { createPinCheck } from './pin.ts'
