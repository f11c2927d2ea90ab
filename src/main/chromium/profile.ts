import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'lpse-kiosk-window-'

/** Chromium's settings of a first start: nothing offers to translate, fill in, save or remember. */
const PREFERENCES = {
  translate: { enabled: false },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  download: { prompt_for_download: false },
}

/**
 * A browser profile of its own for one run, in memory where the system has such a place.
 * Profiles that a killed process left behind are wiped first.
 */
export function createProfile(): { readonly dir: string; wipe(): Promise<void> } {
  const base = memoryDir()
  wipeOrphans(base)
  const dir = mkdtempSync(join(base, `${PREFIX}${process.pid}-`))
  mkdirSync(join(dir, 'Default'))
  writeFileSync(join(dir, 'Default', 'Preferences'), JSON.stringify(PREFERENCES))
  return { dir, wipe: () => wipe(dir) }
}

/** The browser's helper processes end a moment after it and may write once more. */
async function wipe(dir: string): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    await new Promise((resolve) => setTimeout(resolve, 150))
    if (!existsSync(dir)) return
  }
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
