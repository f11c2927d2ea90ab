import type { LogEntry } from '../app/app.ts'

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
export function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}
