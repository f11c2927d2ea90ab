import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ANY_PRINTER, type Printer } from '../app/app.ts'
import { type DeskConfig, readDeskConfig } from './desk-config.ts'
import { defaultDataDir, defaultKeyFile, type Mode } from './directories.ts'
import {
  centralNeedsAddress,
  demoAndNoDemo,
  demoWithCentral,
  portNeedsNumber,
  unknownOption,
} from './start-errors.ts'

/** The desk's printer as the settings name it. */
export type DeskPrinter = Pick<Printer, 'paper' | 'silent'> & { readonly name?: string }

/** What a host was asked to do, after command line, settings file and defaults. */
export type HostOptions = {
  readonly mode: Mode
  readonly dataDir: string
  readonly centralUrl?: string
  readonly port: number
  /** Where a key file lies or will be made. */
  readonly keyFile: string
  /** True when somebody named that file; otherwise a desk uses a passphrase. */
  readonly keyFileNamed: boolean
  readonly passphraseOnStdin: boolean
  readonly window: boolean
  readonly chromium?: string
  readonly printer: DeskPrinter
}

const OPTIONS = {
  config: { type: 'string' },
  'data-dir': { type: 'string' },
  central: { type: 'string' },
  port: { type: 'string' },
  'key-file': { type: 'string' },
  'passphrase-stdin': { type: 'boolean' },
  demo: { type: 'boolean' },
  'no-demo': { type: 'boolean' },
  'no-window': { type: 'boolean' },
  help: { type: 'boolean' },
} as const

/** Names of all options, without dashes. */
export const HOST_OPTION_NAMES: readonly string[] = Object.keys(OPTIONS)

/** What `--help` prints. */
export const USAGE = `Options:
  --demo | --no-demo   trial with synthetic data and its own central, or real registrations
  --data-dir DIR       where database, packets and pictures lie
  --central URL        base address of the central API (not in a demo)
  --port N             loopback port; 0 picks a free one
  --key-file FILE      key file, outside the data directory
  --passphrase-stdin   read the passphrase from standard input (or set KIOSK_PASSPHRASE)
  --no-window          serve the loopback address without a browser window
  --config FILE        settings file (resources/config.schema.json)
`

/**
 * Reads the command line of a host.
 * @param defaultMode what holds when neither command line nor settings name a mode
 * @returns undefined when `--help` was asked for
 * @throws {StartError} for an unknown option or a combination that makes no sense
 */
export function readHostOptions(args: readonly string[], defaultMode: Mode): HostOptions | undefined {
  const values = parse(args)
  if (values.help) return undefined
  const config = readDeskConfig(values.config)
  const mode = chooseMode(values.demo, values['no-demo'], config, defaultMode)
  const centralUrl = checkedUrl(values.central) ?? (mode === 'desk' ? config.centralUrl : undefined)
  if (mode === 'demo' && centralUrl !== undefined) throw demoWithCentral()
  // The settings file describes the desk: a demo on the same machine must not touch its data or its key.
  const desk = mode === 'desk' ? config : {}
  const keyFile = values['key-file'] ?? desk.keyFile
  const chromium = process.env.KIOSK_CHROMIUM || config.chromium
  return {
    mode,
    dataDir: resolve(values['data-dir'] ?? desk.dataDir ?? defaultDataDir(mode)),
    ...(centralUrl === undefined ? {} : { centralUrl }),
    port: checkedPort(values.port) ?? config.port ?? 0,
    keyFile: resolve(keyFile ?? defaultKeyFile(mode)),
    keyFileNamed: keyFile !== undefined,
    passphraseOnStdin: values['passphrase-stdin'] ?? false,
    window: !(values['no-window'] ?? false) && config.window !== false,
    ...(chromium ? { chromium } : {}),
    printer: deskPrinter(config.printer),
  }
}

/** The printer of the settings file with what it leaves out. */
function deskPrinter(config: DeskConfig['printer']): DeskPrinter {
  if (config === undefined) return ANY_PRINTER
  const { name, paper = 'a4', silent = true } = config
  return { paper, silent, ...(name === undefined ? {} : { name }) }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values
  } catch (error) {
    throw unknownOption(error instanceof Error ? error.message : '')
  }
}

function chooseMode(
  demo: boolean | undefined,
  noDemo: boolean | undefined,
  config: DeskConfig,
  otherwise: Mode,
): Mode {
  if (demo && noDemo) throw demoAndNoDemo()
  if (demo) return 'demo'
  if (noDemo) return 'desk'
  return config.mode ?? otherwise
}

function checkedUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.parse(text)
  if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:')) return text
  throw centralNeedsAddress()
}

function checkedPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw portNeedsNumber()
}
