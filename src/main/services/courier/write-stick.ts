import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CompactSign, importJWK } from 'jose'
import {
  COURIER_FOLDER,
  type CourierManifest,
  MANIFEST_FILE,
  MANIFEST_TYPE,
  PACKETS_FOLDER,
} from '#shared/domain/courier/courier.ts'

/** A packet to put on the stick. */
export type CourierPacket = {
  readonly id: string
  readonly sha256: string
  readonly bytes: number
  readonly path: string
  readonly corrects?: string
}

/** A withdrawal to put on the stick. */
export type CourierWithdrawal = CourierManifest['withdrawals'][number]

/** What goes on the stick. */
export type CourierLoad = {
  readonly packets: readonly CourierPacket[]
  readonly withdrawals: readonly CourierWithdrawal[]
}

/** Whose packets they are; the private key (JWK, Ed25519) signs the manifest. */
export type CourierDevice = {
  readonly deviceId: string
  readonly privateKey: Readonly<Record<string, unknown>>
}

/** How far it is: packets and bytes that are safely on the stick. */
export type CourierProgress = {
  readonly packets: number
  readonly ofPackets: number
  readonly bytes: number
  readonly ofBytes: number
}

/** A packet that is not what the database says: neither copied nor passed over in silence. */
export class PacketUnfit extends Error {
  readonly id: string
  constructor(id: string) {
    super('a packet is missing or changed')
    this.id = id
  }
}

/** The kiosk's own place on a stick. */
export const deviceFolder = (folder: string, deviceId: string): string =>
  join(folder, COURIER_FOLDER, deviceId)

/** Bytes of these packets that are not on the stick yet, by name and size; what is changed there is copied anew in its place. */
export function bytesToCopy(folder: string, deviceId: string, packets: readonly CourierPacket[]): number {
  const target = join(deviceFolder(folder, deviceId), PACKETS_FOLDER)
  const isThere = ({ id, bytes }: CourierPacket): boolean =>
    statSync(join(target, `${id}.age`), { throwIfNoEntry: false })?.size === bytes
  return packets.reduce((sum, packet) => sum + (isThere(packet) ? 0 : packet.bytes), 0)
}

/**
 * Puts packets and withdrawals on a stick: each packet is copied beside, flushed, read back and compared, then renamed; the signed manifest comes
 * last, so that a stick pulled out half way is seen as such. What is there already is not copied again, and what is no
 * longer waiting is removed.
 * @throws errors of the file system; PacketUnfit for a packet of ours that is not whole
 */
export async function writeStick(
  folder: string,
  device: CourierDevice,
  load: CourierLoad,
  at: Date,
  onProgress: (progress: CourierProgress) => void = () => undefined,
): Promise<{ copied: number }> {
  const { packets } = load
  const place = deviceFolder(folder, device.deviceId)
  const target = join(place, PACKETS_FOLDER)
  await mkdir(target, { recursive: true })
  // A link on the stick must not lead the packets somewhere else.
  if ((await realpath(target)) !== target)
    throw Object.assign(new Error('link on the stick'), { code: 'ELOOP' })
  const wanted = new Set(packets.map(({ id }) => `${id}.age`))
  for (const name of await readdir(target)) if (!wanted.has(name)) await rm(join(target, name))

  const ofBytes = packets.reduce((sum, packet) => sum + packet.bytes, 0)
  let bytes = 0
  let copied = 0
  for (const [index, packet] of packets.entries()) {
    const path = join(target, `${packet.id}.age`)
    if (!(await isWhole(path, packet))) {
      await copyVerified(packet, path)
      copied += 1
    }
    bytes += packet.bytes
    onProgress({ packets: index + 1, ofPackets: packets.length, bytes, ofBytes })
  }
  await syncQuietly(target)
  await writeSynced(join(place, MANIFEST_FILE), await signManifest(device, load, at))
  return { copied }
}

async function signManifest(
  device: CourierDevice,
  { packets, withdrawals }: CourierLoad,
  at: Date,
): Promise<Uint8Array> {
  const manifest: CourierManifest = {
    version: 1,
    deviceId: device.deviceId,
    exportedAt: at.toISOString(),
    packets: packets.map(({ id, sha256, bytes, corrects }) => ({
      submissionId: id,
      sha256,
      bytes,
      ...(corrects === undefined ? {} : { corrects }),
    })),
    // Named one by one: whatever else is known of a cancellation stays at the kiosk.
    withdrawals: withdrawals.map(({ submissionId, reason, at: askedAt }) => ({
      submissionId,
      reason,
      at: askedAt,
    })),
  }
  const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(manifest)))
    .setProtectedHeader({ alg: 'EdDSA', typ: MANIFEST_TYPE })
    .sign(await importJWK({ ...device.privateKey }, 'EdDSA'))
  return Buffer.from(jws)
}

async function copyVerified(packet: CourierPacket, path: string): Promise<void> {
  if (!(await isWhole(packet.path, packet))) throw new PacketUnfit(packet.id)
  const part = `${path}.part`
  await rm(part, { force: true })
  const file = await open(part, 'wx')
  try {
    for await (const chunk of createReadStream(packet.path)) await file.write(chunk as Uint8Array)
    await file.sync()
  } finally {
    await file.close()
  }
  // Cheap sticks lie about what they wrote.
  if (!(await isWhole(part, packet))) throw Object.assign(new Error('copy differs'), { code: 'EIO' })
  await rename(part, path)
}

async function isWhole(path: string, packet: CourierPacket): Promise<boolean> {
  try {
    if ((await stat(path)).size !== packet.bytes) return false
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
    return hash.digest('hex') === packet.sha256
  } catch {
    return false
  }
}

/** Writes a file beside, flushes it and renames it over the old one. */
async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.part`
  await rm(part, { force: true })
  const file = await open(part, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, path)
  await syncQuietly(dirname(path))
}

/** File systems of sticks, and Windows, may not know how to flush a folder. */
async function syncQuietly(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // The files themselves were flushed.
  }
}
