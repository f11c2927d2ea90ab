import { realpathSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runHost } from './hosts/run-host.ts'
import { StartError } from './hosts/start-error.ts'
import {
  NoDeviceKey,
  type RecoveryReport,
  readIdentities,
  recoverToKiosk,
  recoverToStick,
} from './services/recovery/index.ts'
import { StoreProblem } from './services/store/index.ts'
import { KeyFileError, KeyMissingError, WrongKeyError } from './services/vault/index.ts'

const USAGE = `Brings the packets of a dead kiosk away without reading them (docs/recovery.md).

  npm run recover -- --from DEAD --recovery-key-file FILE --to DIR
  npm run recover -- --from DEAD --recovery-key-file FILE --export DIR

  --from DIR                data directory of the dead kiosk; it is only read
  --recovery-key-file FILE  the office's secret recovery key (AGE-SECRET-KEY-1…), typed from paper
  --to DIR                  data directory of another kiosk, not running, wrapped for the same recovery key
  --export DIR              a folder or stick for the courier (npm run central:import)
`

function readArguments() {
  try {
    return parseArgs({
      options: {
        from: { type: 'string' },
        'recovery-key-file': { type: 'string' },
        to: { type: 'string' },
        export: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (cause) {
    throw new StartError(
      cause instanceof Error ? cause.message : 'Unknown option.',
      '--help lists the options',
    )
  }
}

function folder(option: string, path: string | undefined): string {
  if (path !== undefined && statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return realpathSync(path)
  throw new StartError(`${option} needs a directory that is there.`, '--help shows how')
}

await runHost(async () => {
  const values = readArguments()
  if (values.help) return void process.stdout.write(USAGE)
  const from = folder('--from', values.from)
  if ((values.to === undefined) === (values.export === undefined))
    throw new StartError('Where to?', 'name either --to or --export')
  const identities = readIdentities(values['recovery-key-file'] ?? '')
  if (identities.length === 0) {
    throw new StartError(
      'There is no recovery key in that file.',
      'write the line AGE-SECRET-KEY-1… from the paper into it',
    )
  }
  const to = folder(values.to === undefined ? '--export' : '--to', values.to ?? values.export)
  if (to === from) throw new StartError('Both directories are the same.', 'name another one')
  const work = values.to === undefined ? recoverToStick : recoverToKiosk
  const report = await work(from, identities, to, new Date()).catch(explain)
  tellReport(report)
})

function explain(cause: unknown): never {
  if (cause instanceof KeyMissingError)
    throw new StartError(
      'One of the kiosks was never wrapped for a recovery key.',
      'use --export instead of --to, or set the recovery key at the other kiosk first',
    )
  if (cause instanceof WrongKeyError)
    throw new StartError('This recovery key does not open the data.', "use the office's key of that kiosk")
  if (cause instanceof KeyFileError) throw new StartError(cause.message, cause.mend)
  if (cause instanceof NoDeviceKey)
    throw new StartError(
      "The dead kiosk's database cannot be read, so nothing can be signed in its name.",
      'bring the packets to another kiosk with --to',
    )
  if (cause instanceof StoreProblem)
    throw new StartError(
      `A database cannot be opened: ${cause.reason}.`,
      cause.reason === 'in-use' ? 'stop the other kiosk first' : 'see docs/recovery.md',
    )
  throw cause
}

/** One JSON line for scripts; exit code 1 when something has to be looked into. */
function tellReport(report: RecoveryReport): void {
  process.stdout.write(`${JSON.stringify(report)}\n`)
  if (report.lost.length + report.unexplained.length > 0) process.exitCode = 1
}
