import type { Answer } from '#shared/domain/errors.ts'
import { createToken, serveApp } from '../../../src/main/transport/loopback-http/index.ts'
import { startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'

/** The core behind one of its transports. */
export type Door = {
  readonly kiosk: TestKiosk
  dispatch(channel: string, input: unknown): Promise<Answer>
  close(): Promise<void>
}

type KioskOptions = Parameters<typeof startTestKiosk>[0]

async function inMemory(options: KioskOptions): Promise<Door> {
  const kiosk = await startTestKiosk(options)
  return { kiosk, dispatch: kiosk.app.dispatch, close: kiosk.remove }
}

async function overHttp(options: KioskOptions): Promise<Door> {
  const kiosk = await startTestKiosk(options)
  const token = createToken()
  const server = await serveApp(kiosk.app, { token, port: 0 })
  return {
    kiosk,
    async dispatch(channel, input) {
      const response = await fetch(`${server.url}/rpc/${channel}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      })
      return (await response.json()) as Answer
    },
    async close() {
      await server.close()
      await kiosk.remove()
    },
  }
}

/** The same calls must give the same answers through each. */
export const doors = { 'in memory': inMemory, 'over HTTP': overHttp } as const
