import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
// @ts-expect-error plain JavaScript: it runs before anything is installed
import { importsOf } from '../../../scripts/fences/find-breaches.mjs'
import { dictionary } from '../../../src/renderer/i18n/dictionary.ts'
import { laterTexts } from '../../../src/renderer/i18n/later-texts.ts'

const RENDERER = resolve(import.meta.dirname, '../../../src/renderer')
const TEXTS = resolve(RENDERER, 'i18n')

/** Every file of the renderer that the first screen loads: what `entry` imports, pages that come later left out. */
function loadedAtStart(entry: string, seen = new Map<string, string>()): ReadonlyMap<string, string> {
  if (seen.has(entry) || !existsSync(entry)) return seen
  const text = readFileSync(entry, 'utf8')
  seen.set(entry, text)
  const atOnce = text.replace(/\bimport\(/g, 'later(')
  for (const { specifier, typeOnly } of importsOf(entry, atOnce) as Imported[])
    if (!typeOnly && /^\..*\.tsx?$/.test(specifier)) loadedAtStart(resolve(entry, '..', specifier), seen)
  return seen
}
type Imported = { readonly specifier: string; readonly typeOnly: boolean }

/** The keys that a literal of the source can be: `error.${code}` is every key that begins and ends so. */
const keysOf = (literal: string): string[] => {
  const parts = literal.split(/\$\{[^}]*\}/)
  if (parts.length === 1) return [literal]
  const pattern = new RegExp(`^${parts.map((part) => part.replace(/\./g, '\\.')).join('.+')}$`)
  return parts[0] === '' ? [] : Object.keys(dictionary).filter((key) => pattern.test(key))
}

it('the first screens use no text that only comes later', () => {
  const files = loadedAtStart(resolve(RENDERER, 'main.tsx'))
  expect(files.size).toBeGreaterThan(50)
  expect(files.has(resolve(TEXTS, 'later-texts.ts'))).toBe(false)
  // What error-text.ts names beside those are errors of a visit or a list, whose pages have their texts.
  const found = [...files].flatMap(([file, text]) =>
    file.startsWith(TEXTS)
      ? []
      : [...text.matchAll(/(['"`])((?:[\w.-]|\$\{[^}]*\})+)\1/g)]
          .flatMap((match) => keysOf(match[2] ?? ''))
          .filter((key) => Object.hasOwn(laterTexts, key))
          .map((key) => `${file.slice(RENDERER.length)}: ${key}`),
  )
  expect(found).toEqual([])
})
