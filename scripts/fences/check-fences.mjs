import { ROOT } from '../lib/paths.mjs'
import { findBreaches } from './find-breaches.mjs'

const breaches = findBreaches(ROOT)
for (const { file, imports, rule, why } of breaches)
  process.stderr.write(`${file}\n  imports ${imports}\n  fence "${rule}": ${why}\n`)
process.stdout.write(`${breaches.length} breaches of the import fences\n`)
process.exitCode = breaches.length === 0 ? 0 : 1
