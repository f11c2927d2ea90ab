import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname } from 'node:path'
import { fromRoot, isWindows } from '../lib/paths.mjs'
import { SetupError } from '../lib/say.mjs'

/** The oldest Node that can start these scripts; package.json `engines` says the same. */
const OLDEST = [20, 19]
/** What everything else runs under: better-sqlite3 13 crashes Node 20 without an error. */
const WANTED_MAJOR = 24

/** Refuses to go on under a Node that is too old for the scripts themselves. */
export function checkNodeVersion(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  throw new SetupError(
    {
      id: `Node ${version} terlalu lama: perlu ${OLDEST.join('.')} atau yang lebih baru.`,
      en: `Node ${version} is too old: ${OLDEST.join('.')} or newer is needed.`,
    },
    {
      id: 'pasang Node.js yang lebih baru dari https://nodejs.org',
      en: 'install a newer Node.js from https://nodejs.org',
    },
  )
}

/**
 * The Node 24 that came with the packages, or the one running now when it is new enough.
 * @returns {{node: string, env: NodeJS.ProcessEnv}} its path, and an environment where it comes first in PATH
 */
export function useNode24(env = process.env) {
  const node = findNode24()
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return { node, env: { ...env, [pathName]: dirname(node) + delimiter + (env[pathName] ?? '') } }
}

function findNode24() {
  const platform = isWindows ? 'win' : process.platform
  const bundled = fromRoot(
    'node_modules',
    `node-${platform}-${process.arch}`,
    'bin',
    isWindows ? 'node.exe' : 'node',
  )
  // Tried, not only looked at: on a Linux with another C library the file is there and does not run.
  if (existsSync(bundled) && spawnSync(bundled, ['--version']).status === 0) return bundled
  if (Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR) return process.execPath
  throw new SetupError(
    {
      id: `Tidak ada paket Node ${WANTED_MAJOR} untuk ${process.platform}-${process.arch}.`,
      en: `There is no Node ${WANTED_MAJOR} package for ${process.platform}-${process.arch}.`,
    },
    {
      id: `pasang Node.js ${WANTED_MAJOR} dari https://nodejs.org, lalu mulai lagi`,
      en: `install Node.js ${WANTED_MAJOR} from https://nodejs.org and start again`,
    },
  )
}
