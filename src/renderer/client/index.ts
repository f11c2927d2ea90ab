/** How the renderer talks to the core. */
export { createEventStreamParser } from './event-stream.ts'
export { findClient, takeToken } from './find-client.ts'
export { createHttpClient, type HttpClientOptions } from './http-client.ts'
export type { Connection, EventMessage, KioskClient } from './kiosk-client.ts'
