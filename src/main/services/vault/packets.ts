import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Encrypter } from 'age-encryption'
import { pack } from 'tar-stream'
import {
  CalledOffRecord,
  openRecord,
  type PacketRecord,
  readRecord,
  recordStanza,
  SentRecord,
  sealRecord,
} from './packet-record.ts'
import { measure, syncFolder, writeDurably, writePiecesDurably } from './write-durably.ts'

/** A file that goes into a packet. */
export type PacketFile = { readonly name: string; readonly bytes: Uint8Array }

/** A packet on disk. */
export type SealedPacket = { readonly path: string; readonly sha256: string; readonly bytes: number }

/** A packet found on disk; without a record when another kiosk, or nobody known, sealed it. */
export type FoundPacket = SealedPacket & { readonly id: string; readonly record: PacketRecord | undefined }

const FOLDER = 'packets'
const PACKET = '.age'
/** The record of a packet that was sent, until a backup knows of it. */
const SENT = '.sent'
/** The record of a submission that was called off, until every backup knows of it. */
const CALLED_OFF = '.off'
/** A packet that no database and no record of ours explains: kept for a person to look at. */
const UNEXPLAINED = '.unexplained'

/** A ustar archive in pieces, so that no picture is copied for it; made while somebody else works on other threads. */
function archive(files: readonly PacketFile[], at: Date): ReadableStream<Uint8Array> {
  const tar = pack()
  for (const { name, bytes } of files) {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    tar.entry({ name, mtime: at, mode: 0o600 }, view)
  }
  tar.finalize()
  return new ReadableStream({
    async start(controller) {
      for await (const piece of tar) controller.enqueue(piece as Uint8Array)
      controller.close()
    },
  })
}

/**
 * Sealed packets in the data folder: readable by the central alone, not by this kiosk.
 * Format: a ustar archive encrypted with age (age-encryption.org/v1) to every recipient. The header also carries
 * our own record of the submission (packet-record.ts).
 * @param recordKey 32 bytes, derived from the data key
 */
export function createPackets(dataDir: string, recordKey: Uint8Array) {
  const folder = join(dataDir, FOLDER)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (id: string) => join(folder, `${id}${PACKET}`)
  const sentPathOf = (id: string) => join(folder, `${id}${SENT}`)
  const calledOffPathOf = (id: string) => join(folder, `${id}${CALLED_OFF}`)
  const filesEnding = (ending: string) => readdirSync(folder).filter((name) => name.endsWith(ending))

  return {
    pathOf,
    /** Seals and writes a packet durably, before anything about it stands in the database. */
    async seal(
      record: PacketRecord,
      files: readonly PacketFile[],
      recipients: readonly string[],
      at: Date,
    ): Promise<SealedPacket> {
      const encrypter = new Encrypter()
      for (const recipient of recipients) encrypter.addRecipient(recipient)
      encrypter.addRecipient(recordStanza(recordKey, record))
      const sealed = await encrypter.encrypt(archive(files, at))
      const path = pathOf(record.id)
      return { path, ...(await writePiecesDurably(path, sealed)) }
    },
    /** Removes a packet of which nothing must stay. */
    remove(id: string): void {
      rmSync(pathOf(id), { force: true })
      syncFolder(folder)
    },
    /**
     * Removes a packet whose receipt is in the database. Its record and the receipt stay until the next backup: a
     * database that breaks before that is brought back without forgetting what was sent.
     */
    retire(record: SentRecord): void {
      // Without fsync: it matters only when database and power fail together, and the central knows these too. A packet
      // that comes back after a power cut is swept away by the next start.
      writeFileSync(sentPathOf(record.id), sealRecord(recordKey, record), { mode: 0o600 })
      rmSync(pathOf(record.id), { force: true })
    },
    /** Ids of every packet on disk. */
    listIds: (): string[] => filesEnding(PACKET).map((name) => basename(name, PACKET)),
    /** A packet on disk, measured, with the record in it. */
    read(id: string): FoundPacket {
      const path = pathOf(id)
      const record = readRecord(path, recordKey)
      // A record under another name than its own explains nothing.
      return { id, path, ...measure([readFileSync(path)]), record: record?.id === id ? record : undefined }
    },
    /** What was sent since the last backup. */
    listSent: (): SentRecord[] =>
      filesEnding(SENT).flatMap(
        (name) => openRecord(SentRecord, recordKey, readFileSync(join(folder, name))) ?? [],
      ),
    /** After a backup that holds them: forgets these records. */
    forgetSent(ids: readonly string[]): void {
      for (const id of ids) rmSync(sentPathOf(id), { force: true })
    },
    /** Notes durably that a submission was called off: no database brought back may send it, or forget to withdraw it. */
    noteCalledOff(record: CalledOffRecord): void {
      writeDurably(calledOffPathOf(record.id), sealRecord(recordKey, record))
    },
    /** What was called off and may be unknown to a backup. */
    listCalledOff: (): CalledOffRecord[] =>
      filesEnding(CALLED_OFF).flatMap(
        (name) => openRecord(CalledOffRecord, recordKey, readFileSync(join(folder, name))) ?? [],
      ),
    /** Forgets those that were noted before the oldest backup was made: each backup holds them. */
    forgetCalledOff(oldestBackupMs: number): void {
      for (const name of filesEnding(CALLED_OFF)) {
        const path = join(folder, name)
        if (statSync(path).mtimeMs < oldestBackupMs) rmSync(path)
      }
    },
    /** Puts a packet aside that nothing explains: it is neither sent nor thrown away. */
    setAside(id: string): void {
      renameSync(pathOf(id), join(folder, `${id}${UNEXPLAINED}`))
      syncFolder(folder)
    },
    /** Removes what a crash left behind: unfinished files, and packets that no submission knows. */
    sweep(isKnown: (id: string) => boolean): number {
      const orphans = readdirSync(folder).filter(
        (name) =>
          !name.endsWith(SENT) &&
          !name.endsWith(CALLED_OFF) &&
          !name.endsWith(UNEXPLAINED) &&
          (!name.endsWith(PACKET) || !isKnown(basename(name, PACKET))),
      )
      for (const name of orphans) rmSync(join(folder, name), { force: true })
      if (orphans.length > 0) syncFolder(folder)
      return orphans.length
    },
  }
}
export type Packets = ReturnType<typeof createPackets>

/** Whether any packet, or record of one, lies in this data folder. */
export function packetsExist(dataDir: string): boolean {
  try {
    return readdirSync(join(dataDir, FOLDER)).some((name) =>
      [PACKET, SENT, CALLED_OFF].some((ending) => name.endsWith(ending)),
    )
  } catch {
    return false
  }
}
