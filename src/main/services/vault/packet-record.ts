import { closeSync, openSync, readSync } from 'node:fs'
import { type Recipient, Stanza } from 'age-encryption'
import { z } from 'zod'
import { CancelReason } from '#shared/domain/submission/cancellation.ts'
import { seal, unseal } from './key-wrapping.ts'

/**
 * What the kiosk must know of a submission to take it up again when its database is gone: nothing that the
 * database would not keep after erasure. The packet's own hash and size are measured, not stored.
 */
export const PacketRecord = z.object({
  id: z.uuid(),
  reference: z.string(),
  service: z.string(),
  submittedAt: z.iso.datetime(),
  petugasId: z.string(),
  /** Base64 of the keyed hash of the NIK. */
  nikKey: z.base64(),
  /** The submission's summary as stored. */
  summary: z.string(),
  /** Id of the submission that this one corrects. */
  corrects: z.uuid().nullish(),
})
export type PacketRecord = z.infer<typeof PacketRecord>

/** The same of a packet that was sent and removed, with the receipt for it. */
export const SentRecord = PacketRecord.extend({
  sha256: z.string(),
  bytes: z.number(),
  receipt: z.string(),
})
export type SentRecord = z.infer<typeof SentRecord>

/** The same of one that was called off, its packet removed, with all that has to be known about that. */
export const CalledOffRecord = PacketRecord.extend({
  sha256: z.string(),
  bytes: z.number(),
  receipt: z.string().nullable(),
  way: z.enum(['void', 'withdraw']),
  reason: CancelReason,
  staffId: z.string(),
  at: z.iso.datetime(),
})
export type CalledOffRecord = z.infer<typeof CalledOffRecord>

/** First argument of our stanza in the age header (age-encryption.org/v1: `example.com/name`). */
const STANZA = 'lpse-kiosk/record'
/** Room for the header of a packet: recipients and our record are far below. */
const MAX_HEADER_BYTES = 64 * 1024

/** Encrypts a record under the kiosk's own record key. */
export const sealRecord = (
  key: Uint8Array,
  record: PacketRecord | SentRecord | CalledOffRecord,
): Uint8Array => seal(key, Buffer.from(JSON.stringify(record)))

/** What `sealRecord` made, or undefined when the key is another one or the bytes were changed. */
export function openRecord<T>(schema: z.ZodType<T>, key: Uint8Array, sealed: Uint8Array): T | undefined {
  const plain = unseal(key, sealed)
  if (plain === undefined) return undefined
  const parsed = schema.safeParse(JSON.parse(Buffer.from(plain).toString('utf8')))
  return parsed.success ? parsed.data : undefined
}

/**
 * Carries our record in the header of the packet itself: one file, written once, and the header's MAC covers it.
 * It wraps no file key. Programs of age skip stanzas they do not know, as the format demands.
 */
export const recordStanza = (key: Uint8Array, record: PacketRecord): Recipient => ({
  wrapFileKey: () => [new Stanza([STANZA, '1'], sealRecord(key, record))],
})

/** Reads the record out of a packet's header; undefined when there is none or it was sealed by another kiosk. */
export function readRecord(path: string, key: Uint8Array): PacketRecord | undefined {
  const header = readStart(path)
  const stanza = new RegExp(`^-> ${STANZA} 1\\n((?:[A-Za-z0-9+/]{64}\\n)*[A-Za-z0-9+/]{0,63})\\n`, 'm').exec(
    header,
  )
  if (stanza?.[1] === undefined || stanza.index > header.indexOf('\n--- ')) return undefined
  return openRecord(PacketRecord, key, Buffer.from(stanza[1].replaceAll('\n', ''), 'base64'))
}

function readStart(path: string): string {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(MAX_HEADER_BYTES)
    return start.subarray(0, readSync(file, start)).toString('latin1')
  } finally {
    closeSync(file)
  }
}
