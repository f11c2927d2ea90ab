import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeMemoryFolder } from '../services/memory-folder/index.ts'

const PREFIX = 'lpse-kiosk-window-'

/** Chromium's settings of a first start: nothing offers to translate, fill in, save or remember. */
const PREFERENCES = {
  translate: { enabled: false },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  download: { prompt_for_download: false },
}

/** A browser profile of its own for one run, in memory where the system has such a place. */
export function createProfile(): { readonly dir: string; wipe(): Promise<void> } {
  const dir = makeMemoryFolder(PREFIX, [process.env.XDG_RUNTIME_DIR])
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
