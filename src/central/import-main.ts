import { parseArgs } from 'node:util'
import { type FolderOutcome, importCourier } from './import/import-courier.ts'
import { openContext } from './import/open-context.ts'
import { ProgramFailure, runProgram } from './program-failure.ts'

const USAGE = `Takes in a courier's stick (docs/courier.md) and writes the receipts back to it.

  npm run central:import -- DIR --data-dir CENTRAL

  DIR              the folder or stick
  --data-dir DIR   the central's data directory; the central may be running
`

/** Exit code 1 when anything on the stick was not taken, so that a script notices. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'data-dir': { type: 'string' }, help: { type: 'boolean', default: false } },
  })
  const [folder] = positionals
  const dataDir = values['data-dir']
  if (values.help || folder === undefined || dataDir === undefined || positionals.length > 1) {
    process.stderr.write(USAGE)
    return values.help ? 0 : 2
  }
  const { ctx, close } = await openContext(dataDir)
  try {
    const outcomes = await importCourier(ctx, folder)
    if (outcomes === undefined)
      throw new ProgramFailure({
        id: `Tidak ada folder kurir di ${folder}. Periksa apakah itu stik yang benar.`,
        en: `There is no courier folder in ${folder}. Check that this is the right stick.`,
      })
    for (const outcome of outcomes) process.stdout.write(`${JSON.stringify(summary(outcome))}\n`)
    return outcomes.every((outcome) => allTaken(outcome)) ? 0 : 1
  } finally {
    close()
  }
}

/** One line for each kiosk: counts only. */
function summary(outcome: FolderOutcome): Record<string, string | number> {
  if (outcome.kind !== 'answered') return { device: outcome.deviceId, result: outcome.kind }
  const counts: Record<string, number> = {}
  for (const { kind } of outcome.answers) counts[kind] = (counts[kind] ?? 0) + 1
  const { deviceId, receiptsWritten } = outcome
  return {
    device: deviceId,
    result: 'answered',
    ...counts,
    receipts: receiptsWritten ? 'written' : 'not-written',
  }
}

const allTaken = (outcome: FolderOutcome): boolean =>
  outcome.kind === 'answered' &&
  outcome.receiptsWritten &&
  outcome.answers.every(({ kind }) => kind === 'received' || kind === 'withdrawn')

await runProgram(main)
