import {
  dataKeyExists,
  KeyFileError,
  type KeyProvider,
  MIN_PASSPHRASE_LENGTH,
  openKeyFile,
  passphraseKeys,
} from '../services/vault/index.ts'
import { askHidden, readFirstLine } from './ask-hidden.ts'
import type { HostOptions } from './host-options.ts'
import { tell } from './log.ts'
import { StartError } from './start-error.ts'

/**
 * The key provider of a host without an operating system's key store. Demo and headless use a key file;
 * a desk uses a named key file, or else a passphrase that somebody types at each start.
 * @throws {StartError}
 */
export async function openHostKeys(
  options: HostOptions,
  host: 'node-host' | 'headless',
): Promise<KeyProvider> {
  const isNew = !dataKeyExists(options.dataDir)
  const given = takePassphraseFromEnvironment()
  if (given !== undefined || options.passphraseOnStdin) {
    return passphraseKeys(checked(given ?? (await readFirstLine(process.stdin)), isNew))
  }
  if (options.keyFileNamed || options.mode === 'demo' || host === 'headless')
    return fromKeyFile(options, isNew)
  return passphraseKeys(await askForPassphrase(isNew))
}

async function fromKeyFile(options: HostOptions, isNew: boolean): Promise<KeyProvider> {
  try {
    const { keys, found } = await openKeyFile({
      path: options.keyFile,
      dataDir: options.dataDir,
      createWhenMissing: isNew,
      onCreated: () =>
        tell(
          `Key file made: ${options.keyFile}. Keep it on another disk than ${options.dataDir}: who has both can read the data, and without it nobody can.`,
        ),
    })
    if (found === 'missing' && !isNew)
      tell(
        `The key file ${options.keyFile} is not there: the data in ${options.dataDir} stays closed until it is brought back.`,
      )
    return keys
  } catch (error) {
    if (error instanceof KeyFileError) throw new StartError(error.message, error.mend)
    throw error
  }
}

/** Taken out of the environment, so that no child process inherits it. */
function takePassphraseFromEnvironment(): string | undefined {
  const passphrase = process.env.KIOSK_PASSPHRASE
  delete process.env.KIOSK_PASSPHRASE
  return passphrase || undefined
}

async function askForPassphrase(isNew: boolean): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new StartError(
      'A desk needs a key, and there is no terminal to ask for a passphrase.',
      'name a key file with --key-file, or use --passphrase-stdin',
    )
  }
  const passphrase = checked(
    await askHidden(isNew ? 'New passphrase for this kiosk: ' : 'Passphrase of this kiosk: '),
    isNew,
  )
  if (isNew && (await askHidden('The same passphrase again: ')) !== passphrase) {
    throw new StartError('The two passphrases differ.', 'start again')
  }
  return passphrase
}

function checked(passphrase: string, isNew: boolean): string {
  if (isNew && passphrase.length < MIN_PASSPHRASE_LENGTH) {
    throw new StartError(
      `The passphrase needs at least ${MIN_PASSPHRASE_LENGTH} characters.`,
      'start again with a longer one',
    )
  }
  return passphrase
}
