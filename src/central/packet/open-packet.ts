import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { Decrypter } from 'age-encryption'
import { extract, type Header } from 'tar-stream'
import {
  type PacketDocument,
  type PacketPhoto,
  SubmissionPayload,
} from '#shared/domain/submission/payload.ts'
import { LIMITS } from '../context.ts'
import { sha256 } from '../secrets.ts'

/** What a packet holds, fully checked. */
export type OpenedPacket = {
  readonly payload: SubmissionPayload
  /** Pictures and documents by their names in the archive. */
  readonly photos: ReadonlyMap<string, Uint8Array>
}

/** Thrown when a packet was received whole but is no packet; `message` is for the operator, without personal data. */
export class UnreadablePacket extends Error {}

const PAYLOAD_FILE = 'submission.json'
const PHOTO_FILE = /^[a-z0-9-]{1,60}\.(jpg|png|pdf)$/
/** Room for every picture a service may ask for, and a bound for a hostile archive. */
const MAX_ENTRIES = 24
const MAX_PAYLOAD_BYTES = 256 * 1024

/**
 * Opens one sealed packet: age (age-encryption.org/v1) around a POSIX ustar of `submission.json` and pictures.
 * Every listed picture must be there with its SHA-256, and nothing else may be.
 * Throws `UnreadablePacket` for faults of the packet; other errors are ours (disk).
 */
export async function openPacket(
  file: string,
  ageIdentities: readonly string[],
  submissionId: string,
): Promise<OpenedPacket> {
  const sealed = await readFile(file)
  const archive = await decrypt(sealed, ageIdentities)
  const entries = await readEntries(archive)
  const payload = parsePayload(entries.get(PAYLOAD_FILE))
  if (payload.id !== submissionId) throw new UnreadablePacket('The payload belongs to another submission.')
  entries.delete(PAYLOAD_FILE)
  const documents = payload.documents ?? []
  for (const photo of payload.photos) checkPhoto(photo, entries.get(photo.file))
  for (const document of documents) checkDocument(document, entries.get(document.file))
  if (entries.size !== new Set([...payload.photos, ...documents].map((each) => each.file)).size) {
    throw new UnreadablePacket('The archive holds files that the payload does not list.')
  }
  return { payload, photos: entries }
}

async function decrypt(sealed: Uint8Array, ageIdentities: readonly string[]): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  for (const identity of ageIdentities) decrypter.addIdentity(identity)
  try {
    return await decrypter.decrypt(sealed)
  } catch {
    throw new UnreadablePacket('The packet is not sealed to this central.')
  }
}

/** Reads the archive in memory; names are matched against fixed patterns, so none can leave its directory. */
async function readEntries(archive: Uint8Array): Promise<Map<string, Uint8Array>> {
  const entries = new Map<string, Uint8Array>()
  const reader = extract()
  Readable.from([archive]).pipe(reader)
  try {
    for await (const entry of reader) {
      checkHeader(entry.header, entries)
      const chunks: Uint8Array[] = []
      for await (const chunk of entry) chunks.push(chunk as Uint8Array)
      entries.set(entry.header.name, Buffer.concat(chunks))
    }
  } catch (cause) {
    if (cause instanceof UnreadablePacket) throw cause
    throw new UnreadablePacket('The archive is damaged.')
  }
  return entries
}

function checkHeader(header: Header, seen: ReadonlyMap<string, unknown>): void {
  const { name, type, size } = header
  if (type !== 'file') throw new UnreadablePacket('The archive holds something that is not a file.')
  if (name !== PAYLOAD_FILE && !PHOTO_FILE.test(name))
    throw new UnreadablePacket('The archive holds an unexpected name.')
  if (seen.has(name) || seen.size >= MAX_ENTRIES)
    throw new UnreadablePacket('The archive holds too many files.')
  const limit = name === PAYLOAD_FILE ? MAX_PAYLOAD_BYTES : LIMITS.photoBytes
  if ((size ?? 0) > limit) throw new UnreadablePacket('A file in the archive is too large.')
}

function parsePayload(bytes: Uint8Array | undefined): SubmissionPayload {
  if (bytes === undefined) throw new UnreadablePacket('The archive holds no submission.json.')
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new UnreadablePacket('submission.json is not JSON.')
  }
  const parsed = SubmissionPayload.safeParse(json)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues.map((issue) => issue.path.join('.')).slice(0, 5)
  throw new UnreadablePacket(`submission.json does not match its schema at: ${where.join(', ')}`)
}

function checkPhoto(photo: PacketPhoto, bytes: Uint8Array | undefined): void {
  if (bytes === undefined) throw new UnreadablePacket('A listed picture is missing.')
  if (bytes.length !== photo.bytes || sha256(bytes) !== photo.sha256) {
    throw new UnreadablePacket('A picture is not the one that was listed.')
  }
  // JPEG starts with SOI and the first byte of another marker (ISO/IEC 10918-1, B.1.1.3).
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff)
    throw new UnreadablePacket('A picture is no JPEG.')
}

/** How each kind of document begins: `%PDF-` may stand a little later (ISO 32000-1, 7.5.2). */
const BEGINNINGS: Readonly<Record<PacketDocument['media'], (bytes: Uint8Array) => boolean>> = {
  'application/pdf': (bytes) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'),
  'image/jpeg': (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8,
  'image/png': (bytes) => Buffer.from(bytes.subarray(1, 4)).toString('latin1') === 'PNG',
}

function checkDocument(document: PacketDocument, bytes: Uint8Array | undefined): void {
  if (bytes === undefined) throw new UnreadablePacket('A listed document is missing.')
  if (bytes.length !== document.bytes || sha256(bytes) !== document.sha256)
    throw new UnreadablePacket('A document is not the one that was listed.')
  if (!BEGINNINGS[document.media](bytes)) throw new UnreadablePacket('A document is not what its list says.')
}
