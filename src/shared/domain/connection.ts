import { z } from 'zod'

/** `http://[user:password@]host:port`. */
const ProxyUrl = z.url({ protocol: /^https?$/ }).max(500)

/** How a kiosk reaches its central, as an admin sets it (also at first set-up). */
export const ConnectionInput = z.strictObject({
  /** `system`: what the operating system says; `manual`: this one and no other. */
  proxy: z.discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('none') }),
    z.strictObject({ mode: z.literal('system') }),
    z.strictObject({ mode: z.literal('manual'), url: ProxyUrl }),
  ]),
  /** PEM file of an office's own certificate authority, read once and kept; null: none; left out: as it was. */
  caFile: z.string().min(1).max(1_000).nullable().optional(),
})
export type ConnectionInput = z.infer<typeof ConnectionInput>
