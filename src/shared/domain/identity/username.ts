import { err, ok, type Result } from '../result.ts'
import { type Issue, issue } from './issue.ts'
import { isTooLong, plainApostrophes, tidy } from './text.ts'

const SHORTEST = 4
const LONGEST = 30

/**
 * Reads a username: 4–30 of a–z 0–9 . _ starting with a letter; capitals are lowered.
 * @returns the username, or `username.format`, `username.length {n}`
 */
export function parseUsername(text: string): Result<string, Issue> {
  if (isTooLong(text)) return err(issue('username.length', { n: text.length }))
  const username = tidy(text).toLowerCase()
  if (!/^[a-z][a-z0-9._]*$/.test(username)) return err(issue('username.format'))
  if (username.length < SHORTEST || username.length > LONGEST) {
    return err(issue('username.length', { n: username.length }))
  }
  return ok(username)
}

/** Titles in front of a name end with a dot (`Drs.`, `H.`, `Ir.`); those behind follow a comma. */
const withoutTitles = (name: string): string => (name.split(',')[0] ?? '').replace(/\b[a-z]{1,5}\.\s*/g, ' ')

/**
 * Proposes a username for a name as on the KTP: `Drs. H. BUDI SANTOSO, M.Si.` → `budi.santoso`. As many words as fit;
 * a short name gets a number. Always one that `parseUsername` takes; changeable and not yet known to be free.
 */
export function proposeUsername(nama: string): string {
  const plain = tidy(plainApostrophes(nama.slice(0, LONGEST * 10)))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
  const words = (text: string): string[] => text.split(/[^a-z']+/).map((word) => word.replaceAll("'", ''))
  const named = words(withoutTitles(plain)).filter((word) => word !== '')
  const usable = named.length > 0 ? named : words(plain).filter((word) => word !== '')
  let username = (usable[0] ?? 'pengguna').slice(0, LONGEST)
  for (const word of usable.slice(1)) {
    const longer = `${username}.${word}`
    if (longer.length > LONGEST) break
    username = longer
  }
  return username.length >= SHORTEST
    ? username
    : `${username}${'1'.padStart(Math.max(2, SHORTEST - username.length), '0')}`
}
