import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it, mode 0700. Not `mkdir` with `recursive`: that never comes back from a place where
 * nothing can be made, such as `/proc/x`.
 * @returns the folders that were not there before, outermost first
 * @throws the file system's error; folders made until then are left to the caller's `made`
 */
export function makeFolder(path: string, made: string[] = []): string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return made
  const above = dirname(path)
  if (above !== path) makeFolder(above, made)
  mkdirSync(path, { mode: 0o700 })
  made.push(path)
  return made
}

/**
 * The folder itself when it is there, else the nearest one above it.
 * @returns undefined when there is none (a drive that is not plugged in), or when a file stands in the way
 */
export function nearestFolder(path: string): string | undefined {
  const found = lookAt(path)
  if (found !== undefined) return found.isDirectory() ? path : undefined
  const above = dirname(path)
  return above === path ? undefined : nearestFolder(above)
}

/** `ENOTDIR` is thrown although `throwIfNoEntry` is off: something above is a file. */
function lookAt(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (cause) {
    if (typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOTDIR')
      return undefined
    throw cause
  }
}

/** Takes back a folder that was made; what somebody put into it meanwhile stays. */
export function removeWhenEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // It is not there, or not empty.
  }
}
