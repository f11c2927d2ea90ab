import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runToEnd } from '../lib/child.mjs'
import { findProgram } from '../lib/find-program.mjs'
import { fromRoot, isWindows } from '../lib/paths.mjs'
import { SetupError, sayWhileRunning } from '../lib/say.mjs'

const LOCK = fromRoot('package-lock.json')
const INSTALLED_LOCK = fromRoot('node_modules', '.package-lock.json')
// Inside node_modules on purpose: whoever deletes the folder deletes the stamp with it.
const STAMP = fromRoot('node_modules', '.lpse-kiosk-installed')

/**
 * Installs the packages of package-lock.json when they are not there yet or the lock file has changed.
 * No package's own script is run: some of them download unchecked programs (docs/decisions/).
 */
export async function installDependencies() {
  const lockText = readFileSync(LOCK, 'utf8')
  const lock = parseLock(lockText)
  const hash = createHash('sha256')
    .update(lockText)
    .update(process.platform + process.arch)
    .digest('hex')
  if (readIfThere(STAMP) === hash) return
  const installed = readIfThere(INSTALLED_LOCK)
  if (installed === undefined || !lockIsInstalled(lock, parseInstalled(installed))) await npmCi()
  writeFileSync(STAMP, hash)
}

/** The lock file itself: without it nothing may be installed. */
function parseLock(text) {
  try {
    const lock = JSON.parse(text)
    if (typeof lock.packages === 'object') return lock
  } catch {
    // Said below.
  }
  throw new SetupError(
    { id: 'package-lock.json rusak.', en: 'package-lock.json is damaged.' },
    'git checkout -- package-lock.json',
  )
}

/** npm's record; a damaged one says nothing, and everything is installed anew. */
function parseInstalled(text) {
  try {
    return JSON.parse(text)
  } catch {
    return { packages: {} }
  }
}

/**
 * True when npm's own record of what it installed agrees with the lock file, so that a developer who
 * ran `npm install` is not made to wait for a second installation.
 */
export function lockIsInstalled(lock, installed) {
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== '')
  for (const [path, entry] of wanted) {
    const have = installed.packages?.[path]
    if (have === undefined) {
      // Packages for other platforms stay in the lock file and are not installed.
      if (entry.optional || entry.peer || entry.devOptional) continue
      return false
    }
    if (have.version !== entry.version || have.integrity !== entry.integrity) return false
  }
  return Object.keys(installed.packages ?? {}).every((path) => path in lock.packages)
}

async function npmCi() {
  const [program, ...before] = npmCommand()
  const install = [...before, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const env = { ...process.env, npm_config_engine_strict: 'false' }
  const { code } = await sayWhileRunning(INSTALLING, () =>
    runToEnd(program, install, { env, capture: true, echo: false }).then(showWhenFailed),
  )
  if (code !== 0) {
    throw new SetupError(
      {
        id: 'Paket program tidak dapat dipasang; pesan dari npm ada di atas.',
        en: 'The packages could not be installed; what npm says stands above.',
      },
      {
        id: 'periksa jaringan ke registri npm, lalu:  npm ci --ignore-scripts',
        en: 'check the network to the npm registry, then:  npm ci --ignore-scripts',
      },
    )
  }
}

const INSTALLING = {
  id: 'Memasang paket dari registri npm (hanya pada mulai pertama)',
  en: 'Installing packages from the npm registry (first start only)',
}

function showWhenFailed(result) {
  if (result.code !== 0) process.stderr.write(`${firstLines(result.stdout, 30)}\n`)
  return result
}

/** npm's reason stands first; behind it comes a long page of usage. */
const firstLines = (text, count) => text.split('\n').slice(0, count).join('\n')

/** npm as a JavaScript file run by this Node: on Windows `npm` itself is a shell script. */
function npmCommand() {
  const beside = isWindows
    ? join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js')
    : join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
  const script = [process.env.npm_execpath, beside].find(
    (path) => path?.endsWith('npm-cli.js') && existsSync(path),
  )
  if (script) return [process.execPath, script]
  const npm = findProgram('npm')
  if (npm && !isWindows) return [npm]
  throw new SetupError(
    { id: 'npm tidak ditemukan.', en: 'npm was not found.' },
    {
      id: 'pasang Node.js 20.19 atau yang lebih baru dari https://nodejs.org (npm ikut di dalamnya)',
      en: 'install Node.js 20.19 or newer from https://nodejs.org (npm comes with it)',
    },
  )
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
