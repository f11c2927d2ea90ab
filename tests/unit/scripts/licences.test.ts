import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

type Manifest = { license?: string | { type?: string }; licenses?: { type?: string }[] }
type LockEntry = { license?: string; dev?: boolean; link?: boolean }
type Package = { readonly name: string; readonly licence: string; readonly dev: boolean }

const root = join(import.meta.dirname, '..', '..', '..')
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8')

/** Allowed everywhere. 0BSD is the BSD licence without its one condition; OFL is for fonts. */
const ALLOWED = new Set(['MIT', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'ISC', 'OFL-1.1'])
/** Allowed besides in what only builds and tests. */
const FOR_DEVELOPMENT = new Set([...ALLOWED, 'MPL-2.0'])
/** Named with its reason in docs/decisions; `none` is a package.json that states no licence. */
const EXCEPTIONS: Readonly<Record<string, string>> = { 'combine-errors': 'none', 'caniuse-lite': 'CC-BY-4.0' }

/** What the installed package states; for another platform's package, what the lock file says. */
const licenceOf = (path: string, entry: LockEntry): string => {
  const manifest = join(root, path, 'package.json')
  if (!existsSync(manifest)) return entry.license ?? 'none'
  const { license, licenses } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest
  const stated = typeof license === 'string' ? license : license?.type
  return stated ?? (licenses?.map(({ type }) => type).join(' AND ') || 'none')
}

const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockEntry> }
const packages: Package[] = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    licence: licenceOf(path, entry),
    dev: entry.dev === true,
  }))

/** SPDX: of `A OR B` one is enough, of `A AND B` all are needed. */
const satisfies = (expression: string, allowed: ReadonlySet<string>): boolean =>
  expression
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => allowed.has(licence)))

it('uses only packages whose licence is allowed, or excepted with a reason', () => {
  expect(packages.length).toBeGreaterThan(400)
  const refused = packages
    .filter(({ licence, dev }) => !satisfies(licence, dev ? FOR_DEVELOPMENT : ALLOWED))
    .map(({ name, licence }) => [name, licence])
  expect(Object.fromEntries(refused)).toEqual(EXCEPTIONS)
})

it('gives the reason of every exception in a decision, and names it in NOTICE', () => {
  const folder = join(root, 'docs', 'decisions')
  const decisions = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
  for (const name of Object.keys(EXCEPTIONS)) {
    expect(decisions.some((text) => text.includes('licen') && text.includes(`\`${name}\``))).toBe(true)
    expect(read('NOTICE')).toContain(name)
  }
})

it('names in NOTICE every package that is MPL', () => {
  // The packages of one family (lightningcss-linux-x64-gnu …) go by the family's name.
  const families = packages.filter(({ licence }) => licence === 'MPL-2.0').map(({ name }) => name)
  for (const name of families)
    expect(name).toMatch(
      new RegExp(
        `^(${[...read('NOTICE').matchAll(/MPL-2\.0: (.+)\./g)].map((m) => m[1]?.replaceAll(', ', '|')).join('|')})(-|$)`,
      ),
    )
})

it('knows what it must refuse', () => {
  expect(satisfies('LGPL-3.0-or-later', FOR_DEVELOPMENT)).toBe(false)
  expect(satisfies('MIT AND GPL-2.0', FOR_DEVELOPMENT)).toBe(false)
  expect(satisfies('(MIT OR GPL-2.0)', ALLOWED)).toBe(true)
  expect(satisfies('MPL-2.0', ALLOWED)).toBe(false)
})
