import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runToEnd } from '../lib/child.mjs'
import { fromRoot } from '../lib/paths.mjs'
import { forget, recall, remember } from '../lib/remember.mjs'
import { sayWhileRunning } from '../lib/say.mjs'

const PACKAGE = fromRoot('node_modules', 'electron')
const TIMEOUT_MS = 20_000
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Electron's program, by file and never by `require`: requiring the package without its binary starts
 * a download of its own. @returns {string | undefined} its path
 */
export function findElectron(env = process.env, packageDir = PACKAGE) {
  try {
    const name = readFileSync(join(packageDir, 'path.txt'), 'utf8').trim()
    const path = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(packageDir, 'dist'), name)
    return existsSync(path) ? path : undefined
  } catch {
    const name = process.platform === 'win32' ? 'electron.exe' : 'electron'
    const path = env.ELECTRON_OVERRIDE_DIST_PATH ? join(env.ELECTRON_OVERRIDE_DIST_PATH, name) : undefined
    return path && existsSync(path) ? path : undefined
  }
}

/**
 * Fetches Electron's binary when it is not there. Its release site is often out of reach on office
 * networks: the attempt is short, never fails the command, and is not repeated for a day.
 * @returns {Promise<string | undefined>} its path
 */
export async function tryToFetchElectron({ node, env }, now = Date.now()) {
  const there = findElectron(env)
  if (there) return there
  const version = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version
  const failed = recall('electron-fetch-failed')
  if (failed?.version === version && now - failed.at < DAY_MS && failed.at <= now) return undefined
  const words = {
    id: `Mencoba mengambil Electron ${version} (paling lama ${TIMEOUT_MS / 1000} s)`,
    en: `Trying to fetch Electron ${version} (at most ${TIMEOUT_MS / 1000} s)`,
  }
  await sayWhileRunning(words, () =>
    runToEnd(node, [join(PACKAGE, 'install.js')], {
      env,
      capture: true,
      echo: false,
      timeoutMs: TIMEOUT_MS,
    }),
  )
  const fetched = findElectron(env)
  if (fetched) forget('electron-fetch-failed')
  else rememberFailure({ version, at: now })
  return fetched
}

/** A user who may only run the program tries again next time: that is no reason not to start. */
function rememberFailure(failure) {
  try {
    remember('electron-fetch-failed', failure)
  } catch {
    // Nothing is lost but 20 s.
  }
}
