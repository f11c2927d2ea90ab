import { type Failure, failureText } from '../hosts/failure.ts'
import { serveFailurePage } from '../hosts/failure-page.ts'
import { findChromium } from './find-chromium.ts'
import { showMessageBox } from './message-box.ts'
import { hasDisplay, openChromiumWindow } from './open-window.ts'

/**
 * Shows why the kiosk does not start to somebody who sees no terminal: as a page in the kiosk's window, else
 * in a message box. Waits until it is closed.
 *
 * @param options.token for the page's address
 * @returns true when another start was asked for
 */
export async function showFailure(
  failure: Failure,
  options: {
    readonly program?: string | undefined
    readonly token: string
    readonly extraFlags?: readonly string[]
  },
): Promise<boolean> {
  if (!hasDisplay()) return false
  const program = findChromium(options.program)
  if (program !== undefined) {
    const page = await serveFailurePage(failure, options.token)
    try {
      const window = await openChromiumWindow({
        program,
        address: page.address,
        extraFlags: options.extraFlags ?? [],
      })
      const again = await Promise.race([page.again, window.closed.then(() => false)])
      await window.close()
      return again
    } catch {
      // The browser does not start: the message box says it.
    } finally {
      page.close()
    }
  }
  await showMessageBox(failureText(failure))
  return false
}
