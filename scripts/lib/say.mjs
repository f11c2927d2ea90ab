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

/**
 * Does a long step and says every few seconds that it is still going, until it ends in either way: a timer
 * that outlived a failed step once kept a broken build from ever ending.
 * @template T @param {string} what @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function sayWhileRunning(what, work) {
  const began = Date.now()
  say(`${what} …`)
  const timer = setInterval(() => say(`${what} … ${seconds(began)}`), 10_000)
  try {
    const result = await work()
    say(`${what}: done in ${seconds(began)}`)
    return result
  } finally {
    clearInterval(timer)
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
