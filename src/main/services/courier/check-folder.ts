import { accessSync, constants, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import { err, ok, type Result } from '#shared/domain/result.ts'

/** Why a folder cannot be used for the courier. */
export type FolderProblem = 'folder-missing' | 'not-a-folder' | 'not-writable' | 'inside-data'

/**
 * Checks a folder that the petugas chose: it must be there (it is never made: a stick that is not plugged in must not
 * become a folder of the kiosk's own disk) and lie outside the kiosk's data.
 * @returns its real path, links resolved
 */
export function findFolder(folder: string, dataDir: string): Result<string, FolderProblem> {
  if (!isAbsolute(folder)) return err('folder-missing')
  let real: string
  try {
    real = realpathSync(folder)
  } catch {
    return err('folder-missing')
  }
  if (!statSync(real).isDirectory()) return err('not-a-folder')
  return isInside(real, realpathSync(dataDir)) ? err('inside-data') : ok(real)
}

/** The same for a folder that is written to. */
export function findWritableFolder(folder: string, dataDir: string): Result<string, FolderProblem> {
  const found = findFolder(folder, dataDir)
  if (!found.ok) return found
  const real = found.value
  const probe = join(real, `.lpse-kurir-${process.pid}`)
  try {
    accessSync(real, constants.W_OK)
    writeFileSync(probe, '')
  } catch {
    return err('not-writable')
  } finally {
    rmSync(probe, { force: true })
  }
  return found
}

function isInside(path: string, dir: string): boolean {
  const way = relative(dir, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}
