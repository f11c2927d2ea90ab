import { describeFailure, type Failure } from './failure.ts'
import { createLog, tellFailure } from './log.ts'

/** Asks whoever started the host to start it again (EX_TEMPFAIL of sysexits.h; scripts/commands/start.mjs). */
const START_AGAIN = 75

/**
 * Runs a host's main function and turns its failure into words and an exit code.
 * @param show puts the failure where somebody sees it who sees no terminal, and waits until that is closed;
 *   true asks for another start
 */
export async function runHost(
  main: () => Promise<void>,
  show: (failure: Failure) => Promise<boolean> = async () => false,
): Promise<void> {
  try {
    await main()
  } catch (error) {
    const failure = describeFailure(error, createLog())
    tellFailure(failure)
    process.exit((await show(failure).catch(() => false)) ? START_AGAIN : 1)
  }
}
