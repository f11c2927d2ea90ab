import type { EventName, EventValue } from '#shared/contract/contract.ts'
import type { EventMessage } from './kiosk-client.ts'

/** Keeps who listens to which event, and hands messages on. */
export type Listeners = {
  on<E extends EventName>(event: E, listener: (value: EventValue<E>) => void): () => void
  deliver(message: EventMessage): void
}

/** Makes an empty set of listeners. */
export function createListeners(): Listeners {
  const byEvent = new Map<string, Set<(value: never) => void>>()
  return {
    on(event, listener) {
      const listeners = byEvent.get(event) ?? new Set()
      byEvent.set(event, listeners.add(listener))
      return () => void listeners.delete(listener)
    },
    deliver({ event, value }) {
      // The core has checked the value against the contract before sending it.
      for (const listener of byEvent.get(event) ?? []) listener(value as never)
    },
  }
}
