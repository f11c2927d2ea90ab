import { accessSync, constants, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SHARED_MEMORY = '/dev/shm'

/**
 * Makes a new folder that only this user can open (mode 0700), in memory where the system has such a place.
 * What processes of this user left behind when they were killed is removed first; in a place that several
 * users share, everything of the others is left alone.
 *
 * @param prefix what its name begins with; the process number follows, then something nobody can foresee
 * @param places tried in this order before `/dev/shm` and the temporary folder
 */
export function makeMemoryFolder(prefix: string, places: readonly (string | undefined)[] = []): string {
  const place = [...places, SHARED_MEMORY].find((dir) => dir !== undefined && isWritable(dir)) ?? tmpdir()
  removeLeftovers(place, prefix)
  return mkdtempSync(join(place, `${prefix}${process.pid}-`))
}

function removeLeftovers(place: string, prefix: string): void {
  for (const name of readdirSync(place)) {
    const pid = name.startsWith(prefix) ? /^(\d+)-/.exec(name.slice(prefix.length))?.[1] : undefined
    if (pid === undefined || isRunning(Number(pid)) || !isOurFolder(join(place, name))) continue
    try {
      rmSync(join(place, name), { recursive: true, force: true })
    } catch {
      // Another start of ours is removing it at the same moment, or a file in it is somebody else's.
    }
  }
}

/** A link is not followed: it may point anywhere. Windows has no such users; there the folder is the user's own. */
function isOurFolder(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  return stat?.isDirectory() === true && (process.geteuid === undefined || stat.uid === process.geteuid())
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function isWritable(dir: string): boolean {
  try {
    accessSync(dir, constants.W_OK)
    return existsSync(dir)
  } catch {
    return false
  }
}
