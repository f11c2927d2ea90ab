import { accessSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'lpse-kiosk-window-'

/**
 * A browser profile of its own for one run, in memory where the system has such a place.
 * Profiles that a killed process left behind are wiped first.
 */
export function createProfile(): { readonly dir: string; wipe(): void } {
  const base = memoryDir()
  wipeOrphans(base)
  const dir = mkdtempSync(join(base, `${PREFIX}${process.pid}-`))
  return { dir, wipe: () => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) }
}

/** tmpfs on Linux; elsewhere the system's temporary folder. */
function memoryDir(): string {
  const candidates = [process.env.XDG_RUNTIME_DIR, '/dev/shm']
  return candidates.find((dir) => dir !== undefined && isWritable(dir)) ?? tmpdir()
}

function wipeOrphans(base: string): void {
  for (const name of readdirSync(base)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]
    if (pid !== undefined && !isRunning(Number(pid)))
      rmSync(join(base, name), { recursive: true, force: true })
  }
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
