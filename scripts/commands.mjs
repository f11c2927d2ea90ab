import { check, format } from './commands/check.mjs'
import { runBuilt, runScript } from './commands/run-one.mjs'
import { start } from './commands/start.mjs'
import { test, tour, withBrowser } from './commands/test.mjs'
import { buildWhenChanged } from './steps/build.mjs'

/**
 * Every command: `(args, {node, env}) → Promise<exit code>`. A new one is a line here and a line in
 * package.json `scripts`.
 * @type {Record<string, (args: string[], runtime: {node: string, env: NodeJS.ProcessEnv}) => Promise<number>>}
 */
export const commands = {
  start,
  test,
  tour,
  check,
  format,
  build: (_args, runtime) => buildWhenChanged(runtime, { force: true }).then(() => 0),
  headless: runBuilt('out/main/headless.js'),
  central: runBuilt('out/main/central.js'),
  'central:import': runBuilt('out/main/central-import.js'),
  recover: runBuilt('out/main/recover.js'),
  bench: withBrowser('tests/bench/all.ts'),
  'bench:ocr': runScript('tests/bench/ocr.ts'),
  gallery: runScript('tests/gallery/serve.ts'),
  'bench:capture': withBrowser('tests/bench/capture.ts'),
  'bench:ui': withBrowser('tests/bench/ui.ts'),
  'bench:queue': runScript('tests/bench/queue.ts'),
  'crash-matrix': runScript('tests/bench/crash-matrix.ts'),
  'fault-matrix': (args, runtime) =>
    runScript('node_modules/vitest/vitest.mjs')(['run', 'tests/integration/fault-matrix', ...args], runtime),
}
