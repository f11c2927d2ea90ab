/** `npm run bench`: every benchmark, one after the other so that none disturbs another's figures. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const BENCHMARKS = ['ocr.ts', 'queue.ts', 'ui.ts']

for (const name of BENCHMARKS) {
  console.log(`\n== ${name}`)
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(name, import.meta.url))], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}
