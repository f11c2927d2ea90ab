import { realpathSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runHost } from './hosts/run-host.ts'
import { StartError } from './hosts/start-error.ts'
import { keyFileRefused, unknownOption } from './hosts/start-errors.ts'
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
    throw unknownOption(cause instanceof Error ? cause.message : '')
  }
}

function folder(option: string, path: string | undefined): string {
  if (path !== undefined && statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return realpathSync(path)
  throw new StartError(
    { id: `${option} perlu folder yang sudah ada.`, en: `${option} needs a directory that is there.` },
    { id: '--help menunjukkan caranya', en: '--help shows how' },
  )
}

await runHost(async () => {
  const values = readArguments()
  if (values.help) return void process.stdout.write(USAGE)
  const from = folder('--from', values.from)
  if ((values.to === undefined) === (values.export === undefined))
    throw new StartError(
      { id: 'Ke mana paket dibawa?', en: 'Where to?' },
      { id: 'sebut --to atau --export, salah satu', en: 'name either --to or --export' },
    )
  const identities = readIdentities(values['recovery-key-file'] ?? '')
  if (identities.length === 0) {
    throw new StartError(
      { id: 'Tidak ada kunci pemulihan di berkas itu.', en: 'There is no recovery key in that file.' },
      {
        id: 'tulis baris AGE-SECRET-KEY-1… dari kertas ke dalamnya',
        en: 'write the line AGE-SECRET-KEY-1… from the paper into it',
      },
    )
  }
  const to = folder(values.to === undefined ? '--export' : '--to', values.to ?? values.export)
  if (to === from)
    throw new StartError(
      { id: 'Kedua folder itu sama.', en: 'Both directories are the same.' },
      { id: 'sebut folder lain', en: 'name another one' },
    )
  const work = values.to === undefined ? recoverToStick : recoverToKiosk
  const report = await work(from, identities, to, new Date()).catch(explain)
  tellReport(report)
})

function explain(cause: unknown): never {
  if (cause instanceof KeyMissingError)
    throw new StartError(
      {
        id: 'Salah satu kios belum pernah diberi kunci pemulihan.',
        en: 'One of the kiosks was never wrapped for a recovery key.',
      },
      {
        id: 'pakai --export, bukan --to, atau pasang dulu kunci pemulihan di kios yang lain',
        en: 'use --export instead of --to, or set the recovery key at the other kiosk first',
      },
    )
  if (cause instanceof WrongKeyError)
    throw new StartError(
      { id: 'Kunci pemulihan ini tidak membuka data itu.', en: 'This recovery key does not open the data.' },
      { id: 'pakai kunci kantor untuk kios itu', en: "use the office's key of that kiosk" },
    )
  if (cause instanceof KeyFileError) throw keyFileRefused(cause)
  if (cause instanceof NoDeviceKey)
    throw new StartError(
      {
        id: 'Basis data kios yang mati tidak terbaca, jadi tidak ada yang bisa ditandatangani atas namanya.',
        en: "The dead kiosk's database cannot be read, so nothing can be signed in its name.",
      },
      {
        id: 'bawa paketnya ke kios lain dengan --to',
        en: 'bring the packets to another kiosk with --to',
      },
    )
  if (cause instanceof StoreProblem)
    throw new StartError(
      {
        id: `Sebuah basis data tidak dapat dibuka: ${cause.reason}.`,
        en: `A database cannot be opened: ${cause.reason}.`,
      },
      cause.reason === 'in-use'
        ? { id: 'hentikan dulu kios yang lain', en: 'stop the other kiosk first' }
        : { id: 'baca docs/recovery.md', en: 'see docs/recovery.md' },
    )
  throw cause
}

/** One JSON line for scripts; exit code 1 when something has to be looked into. */
function tellReport(report: RecoveryReport): void {
  process.stdout.write(`${JSON.stringify(report)}\n`)
  if (report.lost.length + report.unexplained.length > 0) process.exitCode = 1
}
