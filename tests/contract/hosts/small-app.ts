import { z } from 'zod'
import type { App, AppEvent } from '../../../src/main/app/app.ts'

/** A real, very small core: three channels with parsed input, so that a transport can be tried on its own. */
export function createSmallApp() {
  const listeners = new Set<(event: AppEvent) => void>()
  const calls: string[] = []
  const channels: Record<string, (input: unknown) => unknown> = {
    'app.status': (input) => ({ ready: true, ...z.strictObject({}).parse(input) }),
    'staff.signIn': (input) =>
      z.strictObject({ staffId: z.string().max(60), pin: z.string().regex(/^\d{6}$/) }).parse(input).staffId,
  }
  const app: App = {
    async dispatch(channel, input) {
      calls.push(channel)
      const call = Object.hasOwn(channels, channel) ? channels[channel] : undefined
      if (call === undefined) return { ok: false, error: { code: 'unknown-channel' } }
      try {
        const value = call(input)
        if (value === 'locked')
          return { ok: false, error: { code: 'pin-locked', until: '2026-11-23T10:00:00Z' } }
        return { ok: true, value }
      } catch (error) {
        const issues = error instanceof z.ZodError ? error.issues : []
        return {
          ok: false,
          error: {
            code: 'invalid-input',
            issues: issues.map((issue) => ({ path: issue.path.join('.'), message: issue.code })),
          },
        }
      }
    },
    onEvent(listen) {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    networkChanged: () => undefined,
    async close() {},
  }
  return {
    app,
    /** Channels that reached the core, in order. */
    calls,
    emit: (event: AppEvent) => {
      for (const listen of listeners) listen(event)
    },
  }
}
