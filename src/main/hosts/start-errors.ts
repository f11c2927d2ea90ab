import type { KeyFileError } from '../services/vault/index.ts'
import { StartError } from './start-error.ts'
import { command, type Words } from './words.ts'

const START_AGAIN: Words = { id: 'mulai lagi', en: 'start again' }
const LIST_OPTIONS: Words = { id: '--help menampilkan semua pilihan', en: '--help lists the options' }

export const unknownOption = (said: string) =>
  new StartError({ id: `Pilihan pada baris perintah tidak dikenal: ${said}`, en: said }, LIST_OPTIONS)

export const demoAndNoDemo = () =>
  new StartError(
    {
      id: '--demo dan --no-demo saling bertentangan.',
      en: '--demo and --no-demo contradict each other.',
    },
    { id: 'pakai salah satu', en: 'use one of them' },
  )

export const demoWithCentral = () =>
  new StartError(
    { id: 'Mode demo hanya memakai server pusatnya sendiri.', en: 'A demo talks to its own central only.' },
    { id: 'hapus --central, atau pakai --no-demo', en: 'leave --central away, or use --no-demo' },
  )

export const centralNeedsAddress = () =>
  new StartError(
    { id: '--central perlu alamat http atau https.', en: '--central needs an http or https address.' },
    command('--central https://central.example.go.id'),
  )

export const portNeedsNumber = () =>
  new StartError(
    { id: '--port perlu angka 0 sampai 65535.', en: '--port needs a number from 0 to 65535.' },
    { id: '--port 0 memilih port yang bebas', en: '--port 0 picks a free port' },
  )

export const portInUse = (port: number) =>
  new StartError(
    { id: `Port ${port} sedang dipakai program lain.`, en: `Port ${port} is in use.` },
    {
      id: 'tutup kios lain yang masih berjalan, atau pilih port lain dengan --port (--port 0: port bebas)',
      en: 'close another kiosk that is still running, or choose another with --port (--port 0: any free one)',
    },
  )

export const portForbidden = (port: number) =>
  new StartError(
    { id: `Port ${port} tidak boleh dipakai pengguna ini.`, en: `This user may not use port ${port}.` },
    { id: 'pilih port di atas 1023 dengan --port', en: 'choose one above 1023 with --port' },
  )

export const settingsUnreadable = (path: string) =>
  new StartError(
    {
      id: `Berkas pengaturan ${path} tidak dapat dibaca sebagai JSON.`,
      en: `The settings file ${path} cannot be read as JSON.`,
    },
    {
      id: `pastikan ${path} ada dan berisi JSON yang benar`,
      en: `check that ${path} is there and is valid JSON`,
    },
  )

export const settingsInvalid = (path: string, at: string, why: string) =>
  new StartError(
    {
      id: `Isi berkas pengaturan ${path} belum benar pada "${at}": ${why}.`,
      en: `The settings file ${path} is not valid at "${at}": ${why}.`,
    },
    {
      id: 'bandingkan dengan resources/config.schema.json',
      en: 'compare it with resources/config.schema.json',
    },
  )

export const noPassphrase = () =>
  new StartError({ id: 'Kata sandi tidak diketik.', en: 'No passphrase was typed.' }, START_AGAIN)

export const passphrasesDiffer = () =>
  new StartError({ id: 'Kedua kata sandi tidak sama.', en: 'The two passphrases differ.' }, START_AGAIN)

export const passphraseTooShort = (least: number) =>
  new StartError(
    {
      id: `Kata sandi harus paling sedikit ${least} huruf atau angka.`,
      en: `The passphrase needs at least ${least} characters.`,
    },
    { id: 'mulai lagi dengan yang lebih panjang', en: 'start again with a longer one' },
  )

export const noTerminalForPassphrase = () =>
  new StartError(
    {
      id: 'Meja layanan perlu kunci, dan tidak ada terminal untuk mengetik kata sandi.',
      en: 'A desk needs a key, and there is no terminal to ask for a passphrase.',
    },
    {
      id: 'sebut berkas kunci dengan --key-file (atau "keyFile" di berkas pengaturan), atau pakai --passphrase-stdin',
      en: 'name a key file with --key-file (or "keyFile" in the settings file), or use --passphrase-stdin',
    },
  )

export const noKeyStore = () =>
  new StartError(
    {
      id: 'Komputer ini tidak punya penyimpan kunci yang aman (gantungan kunci belum terpasang atau masih terkunci).',
      en: 'This system offers no key store that protects anything (no keyring is unlocked).',
    },
    {
      id: 'pasang dan buka gnome-keyring atau kwallet, atau sebut berkas kunci dengan --key-file',
      en: 'install and unlock gnome-keyring or kwallet, or name a key file with --key-file',
    },
  )

/** What is wrong with a key file, in words. */
export function keyFileRefused({ reason, path, mend }: KeyFileError): StartError {
  const [what, how] = KEY_FILE[reason](path, mend)
  return new StartError(what, how)
}

const KEY_FILE: Readonly<Record<KeyFileError['reason'], (path: string, mend: string) => [Words, Words]>> = {
  'readable-by-others': (path, mend) => [
    {
      id: `Berkas kunci ${path} bisa dibaca pengguna lain.`,
      en: `Others may read the key file ${path}.`,
    },
    command(mend),
  ],
  unreadable: (path) => [
    { id: `Berkas kunci ${path} tidak dapat dibaca.`, en: `The key file ${path} cannot be read.` },
    { id: 'beri pengguna ini hak membacanya', en: 'give this user the right to read it' },
  ],
  damaged: (path) => [
    {
      id: `${path} bukan berkas kunci kios, atau rusak.`,
      en: `${path} is not a key file of the kiosk, or is damaged.`,
    },
    { id: 'kembalikan berkas itu dari tempat simpanannya', en: 'bring the file back from its safe place' },
  ],
  'not-writable': (path) => [
    { id: `Berkas kunci ${path} tidak dapat dibuat.`, en: `The key file ${path} cannot be made.` },
    {
      id: 'sebut tempat yang boleh ditulisi pengguna ini dengan --key-file',
      en: 'name a place that this user may write to with --key-file',
    },
  ],
  'inside-data-dir': (path) => [
    {
      id: `Berkas kunci ${path} terletak di dalam folder data yang dilindunginya.`,
      en: `The key file ${path} lies inside the data directory it protects.`,
    },
    {
      id: 'sebut tempat lain dengan --key-file, sebaiknya di cakram lain',
      en: 'name a file elsewhere with --key-file, best on another disk',
    },
  ],
}
