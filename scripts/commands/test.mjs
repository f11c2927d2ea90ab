import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { runToEnd } from '../lib/child.mjs'
import { CACHE_DIR, fromRoot } from '../lib/paths.mjs'
import { say } from '../lib/say.mjs'
import { addUp, countPlaywright, countVitest, selectRunners } from '../lib/test-counts.mjs'
import { buildWhenChanged } from '../steps/build.mjs'
import { ensureChromium } from '../steps/chromium.mjs'
import { tryToFetchElectron } from '../steps/electron-binary.mjs'
import { ensureTestTools } from '../steps/test-tools.mjs'

const VITEST_REPORT = fromRoot('.cache', 'vitest.json')
const PLAYWRIGHT_REPORT = fromRoot('.cache', 'playwright.json')

/**
 * `npm test [-- unit | contract | integration | e2e] [options]`: vitest, then Playwright against the built
 * kiosk. The last line is `N passed, N failed, N skipped` over both.
 */
export async function test(args, runtime) {
  const env = await prepare(runtime)
  const selected = selectRunners(args)
  const counts = []
  let ok = true
  if (selected.vitest) {
    const result = await runVitest(selected.vitest, { ...runtime, env })
    counts.push(result.counts)
    ok &&= result.ok
  }
  if (selected.playwright) {
    const result = await runPlaywright(['--project=chromium', '--project=electron', ...selected.playwright], {
      ...runtime,
      env,
    })
    counts.push(result.counts)
    ok &&= result.ok
  }
  const sum = addUp(counts)
  if (sum.passed + sum.failed === 0) say('No test ran: that counts as a failure.')
  else if (!ok && sum.failed === 0) say('A test runner ended with an error of its own; see above.')
  process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`)
  return ok && sum.failed === 0 && sum.passed > 0 ? 0 : 1
}

/** `npm run tour`: the screenshots that the README shows; with `--all` every size and both languages. */
export async function tour(args, runtime) {
  const env = await prepare(runtime)
  const all = args.includes('--all')
  const rest = args.filter((arg) => arg !== '--all')
  const walk = { ...env, ...(all ? { KIOSK_TOUR: 'all' } : {}) }
  return (await runPlaywright(['--project=tour', ...rest], { ...runtime, env: walk })).ok ? 0 : 1
}

/** A TypeScript file that wants the built kiosk and a browser (benchmarks). */
export const withBrowser = (file) => async (args, runtime) => {
  const env = await prepare(runtime)
  return (await runToEnd(runtime.node, [fromRoot(file), ...args], { env })).code
}

async function prepare(runtime) {
  await ensureTestTools()
  const chromium = await ensureChromium(runtime)
  await buildWhenChanged(runtime)
  const electron = await tryToFetchElectron(runtime)
  return { ...runtime.env, KIOSK_CHROMIUM: chromium, ...(electron ? { KIOSK_ELECTRON: electron } : {}) }
}

async function runVitest(args, { node, env }) {
  const report = freshReport(VITEST_REPORT)
  const { code } = await runToEnd(
    node,
    [
      fromRoot('node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    { env },
  )
  return { ok: code === 0, counts: countVitest(readReport(report)) }
}

async function runPlaywright(args, { node, env }) {
  const report = freshReport(PLAYWRIGHT_REPORT)
  const { code } = await runToEnd(
    node,
    [fromRoot('node_modules/@playwright/test/cli.js'), 'test', '--reporter=list,json', ...args],
    {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    },
  )
  return { ok: code === 0, counts: countPlaywright(readReport(report)) }
}

/** An old report must not be counted when a runner dies before it writes a new one. */
function freshReport(path) {
  mkdirSync(CACHE_DIR, { recursive: true })
  rmSync(path, { force: true })
  return path
}

const readReport = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined)
