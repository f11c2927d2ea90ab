import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { runToEnd } from '../lib/child.mjs'
import { fromRoot, ROOT } from '../lib/paths.mjs'
import { forget, recall, remember } from '../lib/remember.mjs'
import { SetupError, sayWhileRunning } from '../lib/say.mjs'

/** Everything that the bundles are made of. */
const SOURCES = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
]
/** One file of each bundle: without it a remembered build is not believed. */
const OUTPUTS = [
  'out/main/index.js',
  'out/main/node-host.js',
  'out/main/headless.js',
  'out/main/central.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]

/** Builds main, preload and renderer when a source file differs from the last build's. */
export async function buildWhenChanged({ node, env }, { force = false } = {}) {
  const hash = hashFiles(SOURCES)
  const complete = OUTPUTS.every((path) => existsSync(fromRoot(path)))
  if (!force && complete && recall('build')?.hash === hash) return
  // Forgotten first: a build that is killed half-way must not pass for the one before it.
  forget('build')
  const done = sayWhileRunning('Building')
  const { code, stdout } = await runToEnd(
    node,
    [fromRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'],
    {
      env: { ...env, NODE_ENV: 'production' },
      capture: true,
      echo: false,
    },
  )
  if (code !== 0) {
    process.stderr.write(stdout)
    throw new SetupError('The build failed; the cause stands above.', 'npm run check')
  }
  done()
  remember('build', { hash })
}

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
