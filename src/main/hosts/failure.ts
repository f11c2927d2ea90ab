import { randomBytes } from 'node:crypto'
import type { LogEntry } from '../app/app.ts'
import { StartError } from './start-error.ts'
import type { Words } from './words.ts'

/** Why a host did not start, as a person is told it. */
export type Failure = { readonly what: Words; readonly mend: Words }

/**
 * Words for whatever a host's start ended with. A bug's stack goes to the log under a reference; the person
 * gets the reference.
 */
export function describeFailure(error: unknown, log: (entry: LogEntry) => void): Failure {
  if (error instanceof StartError) return { what: error.what, mend: error.mend }
  if (isFileFault(error)) return FILE_FAULTS[error.code](error.path ?? '')
  const ref = `K-${randomBytes(3).toString('hex').toUpperCase()}`
  const stack = error instanceof Error ? (error.stack ?? error.name) : String(error)
  log({ level: 'error', event: 'start-failed', detail: { ref, stack } })
  return {
    what: {
      id: `Kios tidak dapat dimulai karena kesalahan di dalam program. Nomor rujukan: ${ref}.`,
      en: `The kiosk could not start because of a fault in the program. Reference: ${ref}.`,
    },
    mend: {
      id: `mulai ulang komputer; bila terjadi lagi, kirim catatan kios dengan nomor ${ref} kepada pengelolanya`,
      en: `restart the computer; if it happens again, send the kiosk's log with ${ref} to who looks after it`,
    },
  }
}

/** The same as one plain text, for a message box. */
export const failureText = ({ what, mend }: Failure): string =>
  `${what.id}\nCara memperbaiki: ${mend.id}\n\n${what.en}\nTo mend it: ${mend.en}`

/** The operating system's refusals that a person can mend. */
const FILE_FAULTS = {
  ENOSPC: () => ({
    what: { id: 'Cakram penuh.', en: 'The disk is full.' },
    mend: {
      id: 'hapus berkas yang tidak perlu (bukan folder data kios), lalu mulai lagi',
      en: "remove files that are not needed (not the kiosk's data directory), then start again",
    },
  }),
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: notAllowed,
} satisfies Record<string, (path: string) => Failure>

function notAllowed(path: string): Failure {
  return {
    what: {
      id: `Pengguna ini tidak boleh membaca atau menulis ${path || 'salah satu berkas kios'}.`,
      en: `This user may not read or write ${path || "one of the kiosk's files"}.`,
    },
    mend: {
      id: 'beri pengguna ini hak atas tempat itu, atau pilih tempat lain dengan --data-dir',
      en: 'give this user the right to it, or choose another place with --data-dir',
    },
  }
}

function isFileFault(error: unknown): error is { code: keyof typeof FILE_FAULTS; path?: string } {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code in FILE_FAULTS
  )
}
