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
import {
  keyFileRefused,
  noTerminalForPassphrase,
  passphrasesDiffer,
  passphraseTooShort,
} from './start-errors.ts'
import type { Words } from './words.ts'

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
        tell({
          id: `Berkas kunci dibuat: ${options.keyFile}. Simpan di cakram lain daripada ${options.dataDir}: siapa yang punya keduanya dapat membaca data, dan tanpa berkas ini tidak seorang pun bisa.`,
          en: `Key file made: ${options.keyFile}. Keep it on another disk than ${options.dataDir}: who has both can read the data, and without it nobody can.`,
        }),
    })
    if (found === 'missing' && !isNew)
      tell({
        id: `Berkas kunci ${options.keyFile} tidak ada: data di ${options.dataDir} tetap tertutup sampai berkas itu dikembalikan.`,
        en: `The key file ${options.keyFile} is not there: the data in ${options.dataDir} stays closed until it is brought back.`,
      })
    return keys
  } catch (error) {
    if (error instanceof KeyFileError) throw keyFileRefused(error)
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
  if (!process.stdin.isTTY) throw noTerminalForPassphrase()
  const passphrase = checked(await askHidden(isNew ? NEW : KNOWN), isNew)
  if (isNew && (await askHidden(AGAIN)) !== passphrase) throw passphrasesDiffer()
  return passphrase
}

const NEW: Words = { id: 'Kata sandi baru untuk kios ini', en: 'New passphrase for this kiosk' }
const KNOWN: Words = { id: 'Kata sandi kios ini', en: 'Passphrase of this kiosk' }
const AGAIN: Words = { id: 'Kata sandi yang sama sekali lagi', en: 'The same passphrase again' }

function checked(passphrase: string, isNew: boolean): string {
  if (isNew && passphrase.length < MIN_PASSPHRASE_LENGTH) throw passphraseTooShort(MIN_PASSPHRASE_LENGTH)
  return passphrase
}
