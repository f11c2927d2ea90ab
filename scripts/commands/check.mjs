import { runToEnd } from '../lib/child.mjs'
import { fromRoot } from '../lib/paths.mjs'
import { say } from '../lib/say.mjs'

const tsc = (project) => ({
  name: `types: ${project}`,
  run: ['node_modules/typescript/bin/tsc', '-p', `tsconfig.${project}.json`, '--noEmit'],
})
const BIOME = 'node_modules/@biomejs/biome/bin/biome'

/** Everything that `npm run check` looks at, each with the script that does it. */
const CHECKS = [
  ...['shared', 'node', 'preload', 'renderer', 'tests'].map(tsc),
  { name: 'lint and format (biome)', run: [BIOME, 'ci', '--error-on-warnings', '.'] },
  { name: 'import fences', run: ['scripts/fences/check-fences.mjs'] },
  // The build stops for these too; here they are seen before anything is merged.
  { name: 'texts in both languages', run: ['scripts/steps/check-messages.mjs'] },
  { name: 'dead code (knip)', run: ['node_modules/knip/bin/knip.js', '--no-progress'] },
]

/** Runs every check, also after one has failed, and closes with a summary. */
export async function check(_args, { node, env }) {
  const results = []
  for (const { name, run } of CHECKS) {
    say(name)
    const [script, ...args] = run
    const { code } = await runToEnd(node, [fromRoot(script), ...args], { env })
    results.push({ name, ok: code === 0 })
  }
  process.stdout.write('\n')
  for (const { name, ok } of results) process.stdout.write(`${ok ? '✓' : '✗'} ${name}\n`)
  return results.every(({ ok }) => ok) ? 0 : 1
}

/** Formats the sources and mends what can be mended without judgement. */
export async function format(args, { node, env }) {
  return (
    await runToEnd(node, [fromRoot(BIOME), 'check', '--write', ...(args.length > 0 ? args : ['.'])], { env })
  ).code
}
