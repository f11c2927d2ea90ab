import { existsSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..', '..')

/** The path of a built file. `npm test` builds first; a runner called by hand does not. */
export function built(path: string): string {
  const file = join(ROOT, 'out', path)
  if (!existsSync(file)) throw new Error(`${path} is not built: npm run build`)
  return file
}
