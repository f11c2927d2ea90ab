import type { Channel } from '#shared/contract/channels.ts'
import type { CallInput, CallOutput, EventName, EventValue } from '#shared/contract/contract.ts'
import type { Answer } from '#shared/domain/errors.ts'
import type { WithBlobs } from './blob-text.ts'

/** How the connection to the core stands. */
export type Connection = 'connected' | 'lost'

/** The renderer's only way to the core: one call, one kind of listener (docs/architecture.md). */
export interface KioskClient {
  /** Calls the core. Never throws: a broken connection is answered as `unexpected`. */
  call<C extends Channel>(channel: C, input: WithBlobs<CallInput<C>>): Promise<Answer<CallOutput<C>>>
  /** Listens to one event; answers the function that stops listening. */
  on<E extends EventName>(event: E, listener: (value: EventValue<E>) => void): () => void
  /** Listens to the connection being lost and found; answers the function that stops listening. */
  onConnection(listener: (connection: Connection) => void): () => void
}

/** What an event looks like on every transport. */
export type EventMessage = { readonly event: string; readonly value: unknown }
