import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Encrypter } from 'age-encryption'
import { pack } from 'tar-stream'
import { v7 as uuidv7 } from 'uuid'
import type { SubmissionPayload } from '#shared/domain/submission/payload.ts'

const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** Something that starts and ends like a JPEG; what is between does not matter to a central. */
export function fakeJpeg(bytes = 2_000, seed = 7): Uint8Array {
  const jpeg = new Uint8Array(bytes)
  let value = seed
  for (let i = 0; i < bytes; i += 1) {
    value = (value * 1_103_515_245 + 12_345) % 2_147_483_648
    jpeg[i] = value >>> 16
  }
  jpeg.set([0xff, 0xd8, 0xff, 0xe0], 0)
  jpeg.set([0xff, 0xd9], bytes - 2)
  return jpeg
}

/** A complete synthetic submission; `change` replaces members. */
export function makePayload(change: Partial<SubmissionPayload> = {}): SubmissionPayload {
  return {
    schema: 1,
    id: uuidv7(),
    reference: 'KT-2345-6789',
    service: 'profil',
    formVersion: 1,
    language: 'id',
    office: { code: 'LPSE-CONTOH', name: 'LPSE Contoh' },
    petugas: { id: randomUUID(), name: 'Petugas Contoh' },
    startedAt: '2026-11-23T02:00:00.000Z',
    submittedAt: '2026-11-23T02:15:00.000Z',
    values: {
      pemohon: 'asn',
      nik: '6271014107900001',
      nama: 'CONTOH SATU',
      email: 'contoh.satu@gmail.com',
      hp: '+6281234567890',
      username: 'contoh.satu',
    },
    consents: [],
    checks: { 'phone-code': 'passed', 'email-code': 'passed' },
    deferred: [],
    timings: [],
    photos: [],
    ...change,
  }
}

type Entry = { readonly name: string; readonly data: Uint8Array | string }

/** A POSIX ustar archive of exactly these entries. */
export async function makeArchive(entries: readonly Entry[]): Promise<Uint8Array> {
  const archive = pack()
  for (const { name, data } of entries) archive.entry({ name }, Buffer.from(data))
  archive.finalize()
  return new Uint8Array(await buffer(archive))
}

/** Encrypts with age. */
export async function seal(plain: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter.encrypt(plain)
}

/** A packet on disk as the queue hands it to the client of the central API. */
export type TestPacket = {
  submissionId: string
  sha256: string
  bytes: number
  path: string
  uploadUrl: string | null
}

const DIR_PREFIX = 'kiosk-packet-'
const HOUR_MS = 60 * 60 * 1000

/** One directory for all packets of a test file. */
let packetDir: string | undefined

/** Test runners end their workers without an exit event: what earlier runs left is swept here. */
function makePacketDir(): string {
  for (const name of readdirSync(tmpdir())) {
    const path = join(tmpdir(), name)
    const age = name.startsWith(DIR_PREFIX)
      ? Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
      : 0
    if (age > HOUR_MS) rmSync(path, { recursive: true, force: true })
  }
  return mkdtempSync(join(tmpdir(), DIR_PREFIX))
}

/** Writes sealed bytes where a packet would lie. */
export function writePacket(submissionId: string, sealed: Uint8Array): TestPacket {
  packetDir ??= makePacketDir()
  // Two packets may claim the same id: their files must not.
  const path = join(packetDir, `${submissionId}-${randomUUID()}.age`)
  writeFileSync(path, sealed)
  return { submissionId, sha256: sha256(sealed), bytes: sealed.length, path, uploadUrl: null }
}

/** A good packet of the payload and a swafoto and a KTP picture of the given size. */
export async function makePacket(
  recipients: readonly string[],
  payload: SubmissionPayload = makePayload(),
  photoBytes = 2_000,
): Promise<TestPacket> {
  const pictures = [
    { purpose: 'swafoto', file: 'swafoto.jpg', data: fakeJpeg(photoBytes, 1) },
    { purpose: 'ktp', file: 'ktp.jpg', data: fakeJpeg(photoBytes, 2) },
  ] as const
  const photos = pictures.map(({ purpose, file, data }) => ({
    purpose,
    file,
    sha256: sha256(data),
    bytes: data.length,
    width: 640,
    height: 480,
    takenAt: '2026-11-23T02:10:00.000Z',
  }))
  const archive = await makeArchive([
    { name: 'submission.json', data: JSON.stringify({ ...payload, photos }) },
    ...pictures.map(({ file, data }) => ({ name: file, data })),
  ])
  return writePacket(payload.id, await seal(archive, recipients))
}
