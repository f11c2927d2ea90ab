import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { ipcMain } from 'electron'
import type { Answer } from '#shared/domain/errors.ts'
import { CALL, EVENT } from '../../preload/ipc-names.ts'
import type { App } from '../app/app.ts'
import { MAX_BODY_BYTES } from './body-limit.ts'

/**
 * Carries the contract over Electron's IPC for one page.
 *
 * @param page the only page that may call
 * @param isOurAddress whether an address belongs to our own page
 * @returns ends the transport
 */
export function carryOverIpc(
  app: App,
  page: WebContents,
  isOurAddress: (url: string) => boolean,
): () => void {
  ipcMain.handle(CALL, async (event, channel: unknown, body: unknown): Promise<Answer> => {
    if (!isFromOurPage(event, page, isOurAddress)) return refused
    if (typeof channel !== 'string' || typeof body !== 'string') return notJson
    if (Buffer.byteLength(body) > MAX_BODY_BYTES) {
      return { ok: false, error: { code: 'too-large', maxBytes: MAX_BODY_BYTES } }
    }
    let input: unknown
    try {
      input = JSON.parse(body)
    } catch {
      return notJson
    }
    return app.dispatch(channel, input)
  })
  const stopListening = app.onEvent((event) => {
    if (!page.isDestroyed()) page.send(EVENT, event)
  })
  return () => {
    stopListening()
    ipcMain.removeHandler(CALL)
  }
}

const refused: Answer = { ok: false, error: { code: 'refused-caller' } }
const notJson: Answer = {
  ok: false,
  error: { code: 'invalid-input', issues: [{ path: '', message: 'The body is not JSON.' }] },
}

/** The main frame of our window, showing our page: no other window, frame or address may call. */
function isFromOurPage(
  event: IpcMainInvokeEvent,
  page: WebContents,
  isOurAddress: (url: string) => boolean,
): boolean {
  const frame = event.senderFrame
  return event.sender === page && frame !== null && frame === page.mainFrame && isOurAddress(frame.url)
}
