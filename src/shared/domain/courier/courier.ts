import { z } from 'zod'
import { CancelReason } from '../submission/cancellation.ts'

/**
 * What lies on a courier's stick (docs/courier.md), below the folder that the petugas chose:
 *
 *     lpse-kurir/<deviceId>/manifest.jws          what was put on, signed by the device's key
 *     lpse-kurir/<deviceId>/packets/<id>.age      sealed packets, readable by the central alone
 *     lpse-kurir/<deviceId>/receipts.json         the central's answers, each receipt signed by the central
 */
export const COURIER_FOLDER = 'lpse-kurir'
export const MANIFEST_FILE = 'manifest.jws'
export const PACKETS_FOLDER = 'packets'
export const RECEIPTS_FILE = 'receipts.json'
/** `typ` of the manifest's JWS: nothing else that a device signs can pass for one. */
export const MANIFEST_TYPE = 'lpse-courier'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const MAX_PACKETS = 100_000

/** Payload of the manifest. */
export const CourierManifest = z.object({
  version: z.literal(1),
  deviceId: z.uuid(),
  exportedAt: z.iso.datetime(),
  packets: z
    .array(
      z.object({
        submissionId: z.uuid(),
        sha256,
        bytes: z.int().positive(),
        corrects: z.uuid().optional(),
      }),
    )
    .max(MAX_PACKETS),
  /** What was called off at the kiosk: nothing but which one, why in one word, and when. */
  withdrawals: z
    .array(z.object({ submissionId: z.uuid(), reason: CancelReason, at: z.iso.datetime() }))
    .max(MAX_PACKETS)
    .default([]),
})
export type CourierManifest = z.infer<typeof CourierManifest>

/** Why a packet of a stick was not taken. `missing`, `damaged`: the copy is at fault, put it on again. */
export const COURIER_REFUSALS = ['missing', 'damaged', 'conflict', 'too-large', 'refused'] as const

/** `typ` of the JWS by which the central confirms a withdrawal: no receipt can pass for one. */
export const WITHDRAWAL_TYPE = 'lpse-withdrawal'

/** What the central signs when it confirms a withdrawal. */
export const WithdrawalClaims = z.object({
  submissionId: z.uuid(),
  state: z.literal('dibatalkan'),
  withdrawnAt: z.iso.datetime(),
})
export type WithdrawalClaims = z.infer<typeof WithdrawalClaims>

/**
 * The central's answer to one packet or one withdrawal. Only `received` and `withdrawn` carry a signature, and only they
 * change anything.
 */
export const CourierAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('received'),
    submissionId: z.uuid(),
    sha256,
    receivedAt: z.iso.datetime(),
    receipt: z.string().max(4_000),
  }),
  z.object({
    kind: z.literal('withdrawn'),
    submissionId: z.uuid(),
    /** `WithdrawalClaims`, signed. */
    proof: z.string().max(4_000),
  }),
  z.object({ kind: z.enum(COURIER_REFUSALS), submissionId: z.uuid() }),
])
export type CourierAnswer = z.infer<typeof CourierAnswer>

/** Contents of `receipts.json`. */
export const CourierReceipts = z.object({
  version: z.literal(1),
  deviceId: z.uuid(),
  answeredAt: z.iso.datetime(),
  items: z.array(CourierAnswer).max(MAX_PACKETS),
})
export type CourierReceipts = z.infer<typeof CourierReceipts>
