import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root directory. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** A path below the project's root. */
export const fromRoot = (...parts) => join(ROOT, ...parts)

/** What the scripts remember between runs: never committed, safe to delete. */
export const CACHE_DIR = fromRoot('.cache')

export const isWindows = process.platform === 'win32'
