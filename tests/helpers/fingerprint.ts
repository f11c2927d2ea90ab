import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Every file and folder below a folder: its name, and of files size, time of the last change and SHA-256. */
export function fingerprint(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    entries
      .map((entry) => ({ path: join(entry.parentPath, entry.name), isFile: entry.isFile() }))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, isFile }) => [path.slice(folder.length), isFile ? describeFile(path) : 'folder']),
  )
}

function describeFile(path: string): string {
  const { size, mtimeMs } = statSync(path)
  return `${size} ${mtimeMs} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`
}
