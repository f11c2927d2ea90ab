import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** One area; codes are those of Kepmendagri: `62`, `62.71`, `62.71.01`, `62.71.01.1001`. */
export type Area = { readonly code: string; readonly name: string }

const FILES = ['provinces', 'regencies', 'districts', 'villages'] as const

/** How deep a code lies: 0 province … 3 village. */
const levelOf = (code: string): number => code.split('.').length - 1

const parentOf = (code: string): string => code.slice(0, Math.max(0, code.lastIndexOf('.')))

function readAreas(level: number): Area[] {
  const root = dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json'))
  const text = readFileSync(join(root, 'data', `${FILES[level]}.csv`), 'utf8')
  return text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const code = /^([\d.]+),/.exec(line)?.[1]
      // RFC 4180: a quoted name writes a quotation mark twice.
      const name = /,(?:"((?:[^"]|"")*)"|([^,"]*))\s*$/.exec(line)
      return code === undefined || !name
        ? []
        : [{ code, name: name[1]?.replaceAll('""', '"') ?? name[2] ?? '' }]
    })
}

/** Provinces, regencies, districts and villages of today (idn-area-data, ODbL), read level by level when first asked. */
export function createAreas() {
  const levels = new Map<number, { children: Map<string, Area[]>; names: Map<string, string> }>()

  function level(depth: number) {
    const known = levels.get(depth)
    if (known) return known
    const children = new Map<string, Area[]>()
    const names = new Map<string, string>()
    for (const area of readAreas(depth)) {
      const siblings = children.get(parentOf(area.code))
      if (siblings) siblings.push(area)
      else children.set(parentOf(area.code), [area])
      names.set(area.code, area.name)
    }
    const loaded = { children, names }
    levels.set(depth, loaded)
    return loaded
  }

  return {
    /** The areas right below one, by name; with `null` the provinces. */
    children(parent: string | null): readonly Area[] {
      const depth = parent === null ? 0 : levelOf(parent) + 1
      if (depth >= FILES.length) return []
      const found = level(depth).children.get(parent ?? '') ?? []
      return [...found].sort((a, b) => a.name.localeCompare(b.name, 'id'))
    },
    /** An area and all that it lies in, province first; empty when there is none of this code. */
    path(code: string): Area[] {
      const parts = code.split('.')
      const codes = parts.map((_, index) => parts.slice(0, index + 1).join('.'))
      const areas = codes.flatMap((each, depth) => {
        const name = depth < FILES.length ? level(depth).names.get(each) : undefined
        return name === undefined ? [] : [{ code: each, name }]
      })
      return areas.length === codes.length ? areas : []
    },
  }
}
export type Areas = ReturnType<typeof createAreas>
