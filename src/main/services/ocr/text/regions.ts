import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Official region names (idn-area-data), upper case, as far as they help to judge a reading. */
export type Regions = {
  readonly provinces: readonly string[]
  /** Regencies and cities of a province, as printed (KABUPATEN …, KOTA …); all of them for an unknown province. */
  readonly regenciesOf: (province: string) => readonly string[]
  /** Districts of a regency; none for an unknown regency. */
  readonly districtsOf: (regency: string) => readonly string[]
  /** Villages of a district of a regency; none when unknown. */
  readonly villagesOf: (regency: string, district: string) => readonly string[]
}

type Row = { readonly code: string; readonly name: string }

const resolver = createRequire(import.meta.url)

const readTable = (name: string): Row[] =>
  readFileSync(resolver.resolve(`idn-area-data/data/${name}.csv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const cells = line.replaceAll('"', '').trim().split(',')
      return {
        code: cells[0] ?? '',
        name: cells
          .slice(name === 'provinces' ? 1 : 2)
          .join(',')
          .toUpperCase(),
      }
    })

/** Cards shorten the capital's names. */
const asPrinted = (name: string): string =>
  name
    .replace('DAERAH KHUSUS IBUKOTA JAKARTA', 'DKI JAKARTA')
    .replace(/^KOTA ADMINISTRASI JAKARTA/, 'JAKARTA')

const groupByParent = (rows: readonly Row[], length: number): ReadonlyMap<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const parent = row.code.slice(0, length)
    const group = groups.get(parent)
    if (group) group.push(row)
    else groups.set(parent, [row])
  }
  return groups
}

/** Loads the tables (about 0.2 s). */
export const loadRegions = (): Regions => {
  const provinces = readTable('provinces').map((row) => ({ ...row, name: asPrinted(row.name) }))
  const regencies = readTable('regencies').map((row) => ({ ...row, name: asPrinted(row.name) }))
  const districts = groupByParent(readTable('districts'), 5)
  const villages = groupByParent(readTable('villages'), 8)
  const regencyCodes = new Map(regencies.map((row) => [row.name, row.code]))
  const districtRows = (regency: string): readonly Row[] =>
    districts.get(regencyCodes.get(regency) ?? '') ?? []
  return {
    provinces: provinces.map((row) => row.name),
    regenciesOf: (province) => {
      const code = provinces.find((row) => row.name === province)?.code
      return regencies.filter((row) => code === undefined || row.code.startsWith(code)).map((row) => row.name)
    },
    districtsOf: (regency) => districtRows(regency).map((row) => row.name),
    villagesOf: (regency, district) => {
      const code = districtRows(regency).find((row) => row.name === district)?.code
      return code === undefined ? [] : (villages.get(code) ?? []).map((row) => row.name)
    },
  }
}
