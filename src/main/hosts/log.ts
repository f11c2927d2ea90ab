import type { LogEntry } from '../app/app.ts'
import type { Failure } from './failure.ts'
import type { Words } from './words.ts'

/**
 * Writes log entries as JSON lines on stderr, where a service manager collects them. The entries carry no
 * personal data; stdout stays free for what scripts read.
 */
export function createLog(write: (line: string) => void = (line) => process.stderr.write(line)) {
  return (entry: LogEntry): void => {
    write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`)
  }
}

/** A plain sentence for the person who started the kiosk. */
export function tell({ id, en }: Words): void {
  process.stderr.write(`${id}\n${en}\n`)
}

/** Why the kiosk does not start, on the terminal. */
export function tellFailure({ what, mend }: Failure): void {
  tell({
    id: `\n✗ ${what.id}\n  Cara memperbaiki:  ${mend.id}`,
    en: `\n✗ ${what.en}\n  To mend it:  ${mend.en}`,
  })
}
