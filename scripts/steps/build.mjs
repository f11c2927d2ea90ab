import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { runToEnd } from '../lib/child.mjs'
import { fromRoot, ROOT } from '../lib/paths.mjs'
import { forget, recall, remember } from '../lib/remember.mjs'
import { SetupError, sayWhileRunning } from '../lib/say.mjs'

/** Everything that the bundles are made of. */
export const SOURCES = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'face-model-files.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.renderer.json',
]
const BUILT = 'out'

/**
 * Builds main, preload and renderer when a source file differs from the last build's, or when anything that
 * it made is gone or changed. A text that lacks a language, or a key that no text has, fails the build.
 */
export async function buildWhenChanged(runtime, { force = false } = {}) {
  const sources = hashFiles(SOURCES)
  const last = recall('build')
  if (!force && last?.sources === sources && last.built === hashFiles([BUILT])) return
  // Forgotten first: a build that is killed half-way must not pass for the one before it.
  forget('build')
  await sayWhileRunning({ id: 'Membangun', en: 'Building' }, () => build(runtime))
  remember('build', { sources, built: hashFiles([BUILT]) })
}

async function build(runtime) {
  await runQuietly(runtime, 'scripts/steps/check-messages.mjs', [], TEXTS_MISSING)
  await Promise.all([
    runQuietly(
      runtime,
      'node_modules/typescript/bin/tsc',
      ['-p', 'tsconfig.renderer.json', '--noEmit'],
      FAILED,
    ),
    runQuietly(
      runtime,
      'node_modules/electron-vite/bin/electron-vite.js',
      ['build', '--logLevel', 'warn'],
      FAILED,
    ),
  ])
}

const FAILED = [
  { id: 'Program gagal dibangun; sebabnya ada di atas.', en: 'The build failed; the cause stands above.' },
  'npm run check',
]
const TEXTS_MISSING = [
  {
    id: 'Program tidak dibangun: teks yang disebut di atas belum lengkap.',
    en: 'The build stops: the texts named above are not complete.',
  },
  {
    id: 'lengkapi teks itu dalam bahasa Indonesia (id) dan Inggris (en), di berkas yang disebut',
    en: 'give each of them a text in Indonesian (id) and in English (en), in the file that is named',
  },
]

/** Runs a program of ours; what it says is shown only when it fails. */
async function runQuietly({ node, env }, script, args, [message, mend]) {
  const { code, stdout } = await runToEnd(node, [fromRoot(script), ...args], {
    env: { ...env, NODE_ENV: 'production' },
    capture: true,
    echo: false,
  })
  if (code === 0) return
  process.stderr.write(shortLines(stdout))
  throw new SetupError(message, mend)
}

/** The compiler names every key it knows when one is wrong: what comes first is what counts. */
const shortLines = (text) =>
  text
    .split('\n')
    .map((line) => (line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)} …` : line))
    .join('\n')
const MAX_LINE = 300

/** One hash over names and contents: a checkout changes times without changing anything. */
export function hashFiles(paths, root = ROOT) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesBelow(join(root, path))).sort()) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  const entries = readdirSyncOrFile(path)
  if (entries === undefined) return [path]
  return entries.flatMap((entry) => filesBelow(join(path, entry)))
}

function readdirSyncOrFile(path) {
  try {
    return readdirSync(path)
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  }
}
