import { z } from 'zod'

/** One thing that is wrong with a form field; `code` is a message key, `params` fill its placeholders. */
export const FieldIssue = z.object({
  field: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type FieldIssue = z.infer<typeof FieldIssue>

/** Why the kiosk cannot open its own store; said before a visit starts, nothing is touched. */
export const STORE_PROBLEMS = [
  'not-writable',
  'wrong-key',
  /** Wrapped by a passphrase, a key file or a key store: another kind than this host uses. */
  'wrong-key-kind',
  'key-missing',
  'key-unreadable',
  'key-damaged',
  /** Others than the kiosk's own user may read the key file. */
  'key-exposed',
  'key-not-writable',
  'damaged',
  /** Written by a newer program. */
  'newer-data',
  'disk-full',
  'wrong-mode',
  'in-use',
] as const

/**
 * Everything a contract call may answer instead of a value. No variant carries a stack trace or
 * personal data; `unexpected` carries a short reference that stands beside the cause in the log.
 */
export const AppError = z.discriminatedUnion('code', [
  z.object({ code: z.literal('unknown-channel') }),
  z.object({
    code: z.literal('invalid-input'),
    issues: z.array(z.object({ path: z.string(), message: z.string() })),
  }),
  z.object({ code: z.literal('too-large'), maxBytes: z.number() }),
  /** The call came from a page, origin or token that is not ours. */
  z.object({ code: z.literal('refused-caller') }),
  /** No petugas has opened the shift. */
  z.object({ code: z.literal('not-signed-in') }),
  /** Signed in, but this needs a higher role. */
  z.object({ code: z.literal('forbidden') }),
  /** The screen is locked; the petugas' PIN opens it. */
  z.object({ code: z.literal('locked') }),
  z.object({ code: z.literal('pin-wrong'), triesLeft: z.number() }),
  z.object({ code: z.literal('pin-locked'), until: z.string() }),
  z.object({ code: z.literal('not-found'), what: z.string() }),
  /** The call does not fit the present state (for example: no visit is open). */
  z.object({ code: z.literal('wrong-state'), state: z.string() }),
  /** Form rules not met; each issue names its field and its message. */
  z.object({ code: z.literal('form'), issues: z.array(FieldIssue) }),
  z.object({ code: z.literal('intake-stopped'), reason: z.string() }),
  /** The central could not be reached or refused; `kind` as in CentralError. */
  z.object({ code: z.literal('central'), kind: z.string(), detail: z.string().optional() }),
  z.object({
    code: z.literal('camera'),
    reason: z.enum(['none', 'busy', 'denied', 'silent', 'black', 'failed', 'not-installed']),
  }),
  z.object({ code: z.literal('store'), reason: z.enum(STORE_PROBLEMS) }),
  z.object({ code: z.literal('unexpected'), ref: z.string() }),
])
export type AppError = z.infer<typeof AppError>

/** What crosses the door for every call, on every transport. */
export type Answer<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError }
