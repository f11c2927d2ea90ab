import type { Answer } from '#shared/domain/errors.ts'
import { withTexts } from './blob-text.ts'
import type { EventMessage, KioskClient } from './kiosk-client.ts'
import { createListeners } from './listeners.ts'

/** What the preload script puts on `window` under Electron. */
export type PreloadBridge = {
  invoke(channel: string, input: unknown): Promise<Answer>
  on(listener: (message: EventMessage) => void): () => void
}

/** The client over Electron's IPC. */
export function createIpcClient(bridge: PreloadBridge): KioskClient {
  const listeners = createListeners()
  bridge.on((message) => listeners.deliver(message))
  return {
    async call(channel, input) {
      try {
        // The core's dispatcher has checked the answer against the contract of this channel.
        return (await bridge.invoke(channel, await withTexts(input))) as never
      } catch {
        return { ok: false, error: { code: 'unexpected', ref: 'K-IPC' } }
      }
    },
    on: listeners.on,
    // Under Electron renderer and core live and die together.
    onConnection: () => () => undefined,
  }
}
