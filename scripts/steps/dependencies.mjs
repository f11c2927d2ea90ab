import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
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

/** All packages on Linux x64 take 0.78 GB; npm does not say when the disk is full. */
const ROOM_NEEDED = 1_000_000_000

async function npmCi() {
  // Said by us when it may not be written: npm's own words about it name something else.
  mkdirSync(fromRoot('node_modules'), { recursive: true })
  accessSync(fromRoot('node_modules'), constants.W_OK)
  const { bavail, bsize } = statfsSync(fromRoot('node_modules'))
  if (bavail * bsize < ROOM_NEEDED) throw Object.assign(new Error('too little room'), { code: 'ENOSPC' })
  const npm = npmCommand()
  const { code, online } = await sayWhileRunning(INSTALLING, async () => {
    const online = await registryAnswers(npm)
    const result = await runNpm(npm, ['ci', '--ignore-scripts', ...(online ? [] : ['--offline'])])
    return { ...showWhenFailed(result), online }
  })
  if (code === 0) return
  throw online
    ? new SetupError(INSTALL_FAILED, 'npm ci --ignore-scripts')
    : new SetupError(NO_REGISTRY, CHECK_NETWORK)
}

/**
 * False when there is no way to the registry. npm itself would try each of hundreds of packages for minutes; what
 * its cache has can be installed all the same. Any answer counts: not every mirror knows this question.
 */
async function registryAnswers(npm) {
  const { code, stdout } = await runNpm(npm, ['ping', '--fetch-retries=1', '--fetch-timeout=15000'])
  return (
    code === 0 ||
    !/code (ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT)/.test(
      stdout,
    )
  )
}

const runNpm = ([program, ...before], args) =>
  runToEnd(program, [...before, ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    env: { ...process.env, npm_config_engine_strict: 'false' },
    capture: true,
    echo: false,
  })

const INSTALLING = {
  id: 'Memasang paket dari registri npm (hanya pada mulai pertama)',
  en: 'Installing packages from the npm registry (first start only)',
}
const INSTALL_FAILED = {
  id: 'Paket program tidak dapat dipasang; pesan dari npm ada di atas.',
  en: 'The packages could not be installed; what npm says stands above.',
}
const NO_REGISTRY = {
  id: 'Paket program tidak dapat dipasang: registri npm tidak terjangkau.',
  en: 'The packages could not be installed: the npm registry cannot be reached.',
}
const CHECK_NETWORK = {
  id: 'periksa jaringan dan proksi dengan  npm ping,  lalu mulai lagi',
  en: 'check network and proxy with  npm ping,  then start again',
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
