import { z } from 'zod'

/** A clock further from the truth than this is wrong (issue "The kiosk runs", bad input and trouble). */
export const MAX_ERROR_MS = 24 * 60 * 60_000

/** What is remembered of the time over restarts; all times in milliseconds since 1970. */
export const ClockMemory = z.object({
  /** Kiosk time and the computer clock at the same moment. */
  time: z.number(),
  wall: z.number(),
  /** The true time was not earlier. */
  notBefore: z.number(),
  /** The computer clock minus the central's, as last measured. */
  skewSeconds: z.number().nullable(),
  /** The last moment at which both clocks agreed within a day: the central's time, and kiosk time. */
  agreed: z.object({ central: z.number(), time: z.number() }).nullable(),
})
export type ClockMemory = z.infer<typeof ClockMemory>

/** The setting that holds it. */
export const MEMORY = 'kiosk-time'
