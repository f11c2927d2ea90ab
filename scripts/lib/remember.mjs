import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE_DIR } from './paths.mjs'

/** Reads a small remembered value; undefined when there is none or it is unreadable. */
export function recall(name, dir = CACHE_DIR) {
  try {
    return JSON.parse(readFileSync(join(dir, `${name}.json`), 'utf8'))
  } catch {
    return undefined
  }
}

/** Remembers a small value for the next run. */
export function remember(name, value, dir = CACHE_DIR) {
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, `${name}.json`), `${JSON.stringify(value)}\n`)
}

/** Forgets it again. */
export function forget(name, dir = CACHE_DIR) {
  rmSync(join(dir, `${name}.json`), { force: true })
}
