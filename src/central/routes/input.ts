import { z } from 'zod'
import { CancelReason } from '#shared/domain/submission/cancellation.ts'
import { LIMITS } from '../context.ts'
import { DevicePublicKey } from '../devices.ts'

const trimmed = (max: number) => z.string().trim().min(1).max(max)

/** What requests carry (resources/central-api/openapi.yaml). Unknown members are refused: they are a mistake. */
export const EnrolInput = z.strictObject({
  code: trimmed(40).transform((code) => code.toUpperCase()),
  deviceName: trimmed(80),
  publicKey: DevicePublicKey,
})

export const TokenInput = z.object({
  grant_type: z.literal('client_credentials'),
  client_assertion_type: z.literal('urn:ietf:params:oauth:client-assertion-type:jwt-bearer'),
  client_assertion: z.string().min(1).max(4_000),
})

export const SubmissionId = z.uuid()

export const RegistrationInput = z.strictObject({
  uploadId: z.string().regex(/^[0-9a-f]{32}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive().max(LIMITS.packetBytes),
  corrects: z.uuid().optional(),
})

export const WithdrawalInput = z.strictObject({ reason: CancelReason, at: z.iso.datetime() })

export const ChangesQuery = z.object({
  cursor: z
    .string()
    .regex(/^[0-9]{0,15}$/)
    .default(''),
})

export const EmailInput = z.strictObject({ email: z.email().max(254) })

export const UsernameInput = z.strictObject({ username: trimmed(60) })

export const CompanyInput = z.strictObject({
  nib: z.string().regex(/^[0-9]{13}$/),
  nik: z.string().regex(/^[0-9]{16}$/),
})

export const AccessesInput = z.strictObject({
  visitId: trimmed(64),
  nik: z.string().regex(/^[0-9]{16}$/),
})

export const CodeInput = z.discriminatedUnion('channel', [
  z.strictObject({
    visitId: trimmed(64),
    channel: z.literal('phone'),
    destination: z.string().regex(/^\+628[0-9]{8,12}$/, 'must be +628… with 9 to 13 digits after +62'),
  }),
  z.strictObject({ visitId: trimmed(64), channel: z.literal('email'), destination: z.email().max(254) }),
])

export const CodeId = z.uuid()

export const TypedCode = z.strictObject({ code: z.string().regex(/^[0-9]{4,8}$/) })
