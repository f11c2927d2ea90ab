import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE_DIR, ROOT } from './paths.mjs'

/** A sentence in both languages. A plain string stands for both: a command, a name. @typedef {{id: string, en: string} | string} Words */

/**
 * A failure that the person at the terminal can mend: what is missing, and the command for it.
 * Shown without a stack trace.
 */
export class SetupError extends Error {
  /** @param {Words} what what is missing @param {Words} [mend] the command or action that mends it */
  constructor(what, mend) {
    super(english(what))
    this.name = 'SetupError'
    this.what = what
    this.mend = mend
  }
}

/**
 * One line of progress, or one in each language. On stderr, so that commands that print JSON keep stdout to
 * themselves. @param {Words} words
 */
export function say(words) {
  if (typeof words === 'string') process.stderr.write(`• ${words}\n`)
  else process.stderr.write(`• ${words.id}\n  ${words.en}\n`)
}

/**
 * Does a long step and says every few seconds that it is still going, until it ends in either way: a timer
 * that outlived a failed step once kept a broken build from ever ending.
 * @template T @param {Words} what @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function sayWhileRunning(what, work) {
  const began = Date.now()
  const name = typeof what === 'string' ? what : `${what.id} · ${what.en}`
  say(`${name} …`)
  const timer = setInterval(() => say(`… ${seconds(began)}`), 10_000)
  try {
    const result = await work()
    say(`${name}: ${seconds(began)}`)
    return result
  } finally {
    clearInterval(timer)
  }
}

/** Prints a failure in both languages and, when there is one, the command that mends it. */
export function sayFailure(error) {
  const { what, mend } = error instanceof SetupError ? error : (fileFault(error) ?? bug(error))
  process.stderr.write(`\n✗ ${indonesian(what)}\n`)
  if (mend) process.stderr.write(`  Cara memperbaiki:  ${indonesian(mend)}\n`)
  process.stderr.write(`✗ ${english(what)}\n`)
  if (mend) process.stderr.write(`  To mend it:  ${english(mend)}\n`)
}

/** The operating system's refusals that a person can mend. */
function fileFault(error) {
  const path = error?.path ?? ROOT
  if (error?.code === 'ENOSPC')
    return {
      what: { id: 'Cakram penuh.', en: 'The disk is full.' },
      mend: {
        id: `hapus berkas yang tidak perlu, lalu mulai lagi (lihat:  df -h '${ROOT}')`,
        en: `remove files that are not needed, then start again (see:  df -h '${ROOT}')`,
      },
    }
  if (['EACCES', 'EPERM', 'EROFS'].includes(error?.code))
    return {
      what: {
        id: `Pengguna ini tidak boleh menulis ${path}.`,
        en: `This user may not write ${path}.`,
      },
      mend:
        process.platform === 'win32'
          ? `icacls "${ROOT}" /grant "%USERNAME%:(OI)(CI)M"`
          : `sudo chown -R "$USER" '${ROOT}'`,
    }
  return undefined
}

/** Our own mistake: the stack goes to a file under a reference, and the person is shown the reference. */
function bug(error) {
  const ref = `K-${randomBytes(3).toString('hex').toUpperCase()}`
  const log = join(CACHE_DIR, 'errors.log')
  try {
    mkdirSync(CACHE_DIR, { recursive: true })
    appendFileSync(log, `${new Date().toISOString()} ${ref} ${error?.stack ?? error}\n`)
  } catch {
    // Then at least the name of it stands on the terminal, below.
  }
  const name = error?.code ?? error?.name ?? 'Error'
  return {
    what: {
      id: `Kesalahan di dalam program (${name}). Nomor rujukan: ${ref}, dicatat di ${log}.`,
      en: `A fault in the program (${name}). Reference: ${ref}, written down in ${log}.`,
    },
    mend: {
      id: 'coba sekali lagi; bila terjadi lagi, kirim catatan itu kepada pengelola kios',
      en: 'try once more; if it happens again, send that file to who looks after the kiosk',
    },
  }
}

const indonesian = (words) => (typeof words === 'string' ? words : words.id)
const english = (words) => (typeof words === 'string' ? words : words.en)

const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`
