import { z } from 'zod'
import { HeldAccess } from '#shared/domain/services/index.ts'
import { CENTRAL_STATES } from '#shared/domain/submission/states.ts'
import type {
  CodeAnswer,
  Company,
  Enrolment,
  PacketLimits,
  StatusChange,
  UnreadableChange,
} from './central-api.ts'

/**
 * What the central's answers must look like (resources/central-api/openapi.yaml). Unknown members are ignored, so
 * that a newer central can say more; missing or wrong ones make the answer `unreadable`.
 */
const time = z.iso.datetime()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** A public key of age (`age1…`, X25519 in Bech32). */
export const ageRecipient = z.string().regex(/^age1[0-9a-z]+$/)
const bothLanguages = z.object({ id: z.string(), en: z.string() })

export const HealthWire = z.object({ service: z.literal('lpse-central'), demo: z.boolean(), time })

export const LimitsWire = z.object({ packetBytes: z.int().positive(), photoBytes: z.int().positive() })

/** What a central that names no limits surely takes. */
const CAREFUL_LIMITS: PacketLimits = { packetBytes: 10 * 1024 * 1024, photoBytes: 1024 * 1024 }

export const EnrolmentWire = z
  .object({
    deviceId: z.uuid(),
    office: z.object({ code: z.string().min(1), name: z.string().min(1) }),
    recipients: z.array(ageRecipient).min(1),
    receiptKey: z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() }),
    limits: LimitsWire.default(CAREFUL_LIMITS),
    demo: z.boolean(),
  })
  .transform((wire): Enrolment => wire)

export const TokenWire = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.int().positive(),
})

export const ReceivedWire = z.object({
  submissionId: z.uuid(),
  sha256,
  receivedAt: time,
  receipt: z.string(),
})
export type ReceivedWire = z.infer<typeof ReceivedWire>

export const WithdrawalWire = z.object({
  submissionId: z.uuid(),
  state: z.literal('dibatalkan'),
  held: z.boolean(),
  withdrawnAt: time,
})

const StatusChangeWire = z
  .object({
    submissionId: z.uuid(),
    state: z.enum(CENTRAL_STATES),
    reason: bothLanguages.optional(),
    fields: z.array(z.string()).optional(),
    photos: z.array(z.string()).optional(),
    at: time,
    dueBy: time.optional(),
  })
  .transform(
    ({ submissionId, state, at, reason, fields, photos, dueBy }): StatusChange => ({
      submissionId,
      state,
      at,
      ...(reason === undefined ? {} : { reason }),
      ...(fields === undefined ? {} : { fields }),
      ...(photos === undefined ? {} : { photos }),
      ...(dueBy === undefined ? {} : { dueBy }),
    }),
  )

/** An entry that does not match; its submission is named where that much can be read. */
function unreadable(entry: unknown, { issues }: z.ZodError): UnreadableChange {
  const named = z.object({ submissionId: z.uuid() }).safeParse(entry)
  return {
    submissionId: named.success ? named.data.submissionId : null,
    fields: issues.map(({ path }) => String(path[0] ?? '(all)')),
  }
}

/** Each entry of the feed is read for itself: one that a newer central words differently hides no other. */
export const ChangesWire = z
  .object({ items: z.array(z.unknown()), cursor: z.string() })
  .transform(({ items, cursor }) => {
    const read: StatusChange[] = []
    const unread: UnreadableChange[] = []
    for (const entry of items) {
      const parsed = StatusChangeWire.safeParse(entry)
      if (parsed.success) read.push(parsed.data)
      else unread.push(unreadable(entry, parsed.error))
    }
    return { items: read, unreadable: unread, cursor }
  })

/** The latest status of one submission; none before the central has opened it. */
export const LatestStatusWire = z
  .object({ status: StatusChangeWire.optional() })
  .transform(({ status }) => status ?? null)

export const EmailWire = z.object({ registered: z.boolean() })

export const UsernameWire = z.object({ free: z.boolean() })

export const CompanyWire = z
  .object({
    found: z.boolean(),
    registered: z.boolean(),
    name: z.string().max(300).optional(),
    officer: z.boolean(),
    allOfficersForeign: z.boolean(),
  })
  .transform(({ name, ...company }): Company => (name === undefined ? company : { ...company, name }))

/** Whole or not at all: a list with one access missing would say that the person does not hold it. */
export const AccessesWire = z
  .object({
    accesses: z
      .array(HeldAccess)
      .max(100)
      .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'ids that are not unique'),
  })
  .transform(({ accesses }) => accesses)

/** One answer is at most 16 MiB (http.ts), more than a hundred thousand rows. */
export const ReferenceWire = z.object({
  items: z.array(
    z.object({
      code: z.string().min(1).max(40),
      name: z.string().min(1).max(300),
      parent: z.string().max(40).optional(),
    }),
  ),
})

export const CodeSentWire = z.object({
  codeId: z.string().min(1),
  length: z.int().min(4).max(8),
  expiresAt: time,
  resendAfterSeconds: z.int().nonnegative(),
})

export const CodeAnswerWire = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('accepted') }),
    z.object({ kind: z.literal('wrong'), triesLeft: z.int().nonnegative() }),
    z.object({ kind: z.literal('expired') }),
    z.object({ kind: z.literal('spent') }),
  ])
  .transform((wire): CodeAnswer => wire)

/** RFC 9457. Only these members are used; anything else in the place of one counts as none. */
export const ProblemWire = z.object({
  type: z.string().catch(''),
  detail: z.string().optional().catch(undefined),
  fields: z.array(z.string().max(60)).max(100).optional().catch(undefined),
  photos: z.array(z.string().max(60)).max(100).optional().catch(undefined),
})
