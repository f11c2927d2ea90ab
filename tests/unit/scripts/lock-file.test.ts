import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

type Entry = {
  version?: string
  integrity?: string
  resolved?: string
  optionalDependencies?: Record<string, string>
  gypfile?: boolean
}

const text = readFileSync(join(import.meta.dirname, '..', '..', '..', 'package-lock.json'), 'utf8')
const { packages } = JSON.parse(text) as { packages: Record<string, Entry> }
const entries = Object.entries(packages).filter(([path]) => path !== '')

it('names every package with its hash and no registry', () => {
  expect(
    entries
      .filter(([, entry]) => !entry.version || !entry.integrity?.startsWith('sha512-'))
      .map(([path]) => path),
  ).toEqual([])
  expect(entries.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([])
})

// npm leaves a package out when the registry does not have it (yet) at the moment the lock file is written, and
// `npm ci` then refuses the whole file on every machine. Choose a version whose packages are all there.
it('has the packages of every platform', () => {
  const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
      )
      .map((name) => `${path} → ${name}`),
  )
  expect(missing).toEqual([])
})

// With `gypfile` npm would compile it on a clean machine, although its binaries are in the package.
it('lets nothing be compiled', () => {
  expect(packages['node_modules/better-sqlite3']?.gypfile).not.toBe(true)
})
