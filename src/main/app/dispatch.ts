import type { z } from 'zod'
import { CHANNELS, type Channel } from '#shared/contract/channels.ts'
import { type CallOutput, type CallRole, contract, type ParsedInput } from '#shared/contract/contract.ts'
import type { Answer, AppError } from '#shared/domain/errors.ts'
import type { Result } from '#shared/domain/result.ts'
import { diskFault } from '../services/files/index.ts'
import type { LogEntry } from './app.ts'

/** One function for every call of the contract. */
export type Handlers = {
  readonly [C in Channel]: (
    input: ParsedInput<C>,
  ) => Result<CallOutput<C>, AppError> | Promise<Result<CallOutput<C>, AppError>>
}

/** Who is asking, from main's own session. */
export type Session = { readonly role: 'petugas' | 'admin' | null; readonly locked: boolean }

type Deps = {
  readonly handlers: Handlers
  readonly session: () => Session
  readonly log: (entry: LogEntry) => void
  /** A short reference for an unexpected error, the same on the screen and in the log. */
  readonly newReference: () => string
}

const isChannel = (name: string): name is Channel => (CHANNELS as readonly string[]).includes(name)

/** Why this session may not make a call of this role; null when it may. */
function refusal(role: CallRole, session: Session): AppError | null {
  if (role === 'anyone') return null
  if (session.role === null) return { code: 'not-signed-in' }
  if (session.locked && role !== 'shift') return { code: 'locked' }
  if (role === 'admin' && session.role !== 'admin') return { code: 'forbidden' }
  return null
}

/** The one door to the core: channel known → role allowed → input parsed → service called → errors mapped. */
export function createDispatch({ handlers, session, log, newReference }: Deps) {
  return async function dispatch(channel: string, input: unknown): Promise<Answer> {
    if (!isChannel(channel)) return { ok: false, error: { code: 'unknown-channel' } }
    try {
      const definition = contract[channel]
      const refused = refusal(definition.role, session())
      if (refused) return { ok: false, error: refused }
      const parsed = definition.input.safeParse(input ?? {})
      if (!parsed.success)
        return { ok: false, error: { code: 'invalid-input', issues: issuesOf(parsed.error) } }
      const handler = handlers[channel] as (value: unknown) => ReturnType<Handlers[Channel]>
      const result = await handler(parsed.data)
      // The screen may have been locked while the call was under way: it then shows nothing of a registrant.
      const late = definition.role === 'unlocked' ? refusal(definition.role, session()) : null
      if (late) return { ok: false, error: late }
      // Parsing the answer drops whatever the contract does not name, so nothing else crosses the door.
      return result.ok ? { ok: true, value: definition.output.parse(result.value) } : result
    } catch (cause) {
      // Every change is one transaction: what was not stored is not half stored, and can be tried again.
      const fault = diskFault(cause)
      if (fault) {
        log({ level: 'error', event: 'store.fault', detail: { channel, fault } })
        return { ok: false, error: { code: 'store', reason: fault } }
      }
      const ref = newReference()
      log({ level: 'error', event: 'unexpected', detail: { ref, channel, ...describe(cause) } })
      return { ok: false, error: { code: 'unexpected', ref } }
    }
  }
}

/** Paths and rules only: the message must not carry what was typed. */
const issuesOf = (error: z.ZodError) =>
  error.issues.slice(0, 20).map(({ path, code }) => ({ path: path.join('.').slice(0, 100), message: code }))

/** Name and place of a bug; never its message, which may quote what a citizen typed. */
function describe(cause: unknown): Record<string, string> {
  if (!(cause instanceof Error)) return { name: typeof cause }
  const place = cause.stack?.split('\n').find((line) => line.trim().startsWith('at ')) ?? ''
  return { name: cause.name, place: place.trim().slice(0, 200) }
}
