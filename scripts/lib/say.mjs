/**
 * A failure that the person at the terminal can mend: what is missing, and the command for it.
 * Shown without a stack trace.
 */
export class SetupError extends Error {
  /** @param {string} message what is missing @param {string} [mend] the command or action that mends it */
  constructor(message, mend) {
    super(message)
    this.name = 'SetupError'
    this.mend = mend
  }
}

/** One line of progress. On stderr, so that commands that print JSON keep stdout to themselves. */
export function say(line) {
  process.stderr.write(`• ${line}\n`)
}

/** Says that a long step is still going, every few seconds; the returned function ends it. */
export function sayWhileRunning(what) {
  const began = Date.now()
  say(`${what} …`)
  const timer = setInterval(() => say(`${what} … ${seconds(began)}`), 10_000)
  return () => {
    clearInterval(timer)
    say(`${what}: done in ${seconds(began)}`)
  }
}

/** Prints a failure and, when there is one, the command that mends it. */
export function sayFailure(error) {
  if (error instanceof SetupError) {
    process.stderr.write(`\n✗ ${error.message}\n`)
    if (error.mend) process.stderr.write(`  To mend it:  ${error.mend}\n`)
    return
  }
  process.stderr.write(`\n✗ ${error?.stack ?? error}\n`)
}

const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`
