import { tell } from './log.ts'
import { StartError } from './start-error.ts'

/** Runs a host's main function and turns its failure into words and an exit code. */
export async function runHost(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    if (error instanceof StartError) tell(`\n✗ ${error.message}\n  To mend it:  ${error.mend}`)
    else tell(`\n✗ The kiosk could not start.\n${error instanceof Error ? error.stack : String(error)}`)
    process.exit(1)
  }
}
