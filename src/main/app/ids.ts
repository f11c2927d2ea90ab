import { v7 } from 'uuid'
import type { Clock } from './app.ts'

/** UUIDv7 (RFC 9562): sortable by time, minted at the kiosk, the idempotency key everywhere. */
export function createIdSource(clock: Clock, random: (bytes: number) => Uint8Array): () => string {
  return () => v7({ msecs: clock.now().getTime(), random: random(16) })
}
