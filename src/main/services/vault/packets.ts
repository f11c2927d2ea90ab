import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Encrypter } from 'age-encryption'
import { pack } from 'tar-stream'
import { syncFolder, writeDurably } from './data-key.ts'

/** A file that goes into a packet. */
export type PacketFile = { readonly name: string; readonly bytes: Uint8Array }

/** A packet on disk. */
export type SealedPacket = { readonly path: string; readonly sha256: string; readonly bytes: number }

const FOLDER = 'packets'
const ENDING = '.age'

async function archive(files: readonly PacketFile[], at: Date): Promise<Uint8Array> {
  const tar = pack()
  for (const file of files) tar.entry({ name: file.name, mtime: at, mode: 0o600 }, Buffer.from(file.bytes))
  tar.finalize()
  const chunks: Uint8Array[] = []
  for await (const chunk of tar) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

/**
 * Sealed packets in the data folder: readable by the central alone, not by this kiosk.
 * Format: a ustar archive encrypted with age (age-encryption.org/v1) to every recipient.
 */
export function createPackets(dataDir: string) {
  const folder = join(dataDir, FOLDER)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (id: string) => join(folder, `${id}${ENDING}`)
  return {
    pathOf,
    /** Seals and writes a packet durably, before anything about it stands in the database. */
    async seal(
      id: string,
      files: readonly PacketFile[],
      recipients: readonly string[],
      at: Date,
    ): Promise<SealedPacket> {
      const encrypter = new Encrypter()
      for (const recipient of recipients) encrypter.addRecipient(recipient)
      const sealed = await encrypter.encrypt(await archive(files, at))
      writeDurably(pathOf(id), sealed)
      return {
        path: pathOf(id),
        sha256: createHash('sha256').update(sealed).digest('hex'),
        bytes: sealed.length,
      }
    },
    /** Removes the packet, when the central's receipt is in hand. */
    remove(id: string): void {
      rmSync(pathOf(id), { force: true })
      syncFolder(folder)
    },
    /** Removes what a crash left behind: unfinished files, and packets that no submission knows. */
    sweep(isKnown: (id: string) => boolean): number {
      const orphans = readdirSync(folder).filter(
        (name) => !name.endsWith(ENDING) || !isKnown(name.slice(0, -ENDING.length)),
      )
      for (const name of orphans) rmSync(join(folder, name), { force: true })
      if (orphans.length > 0) syncFolder(folder)
      return orphans.length
    },
  }
}
export type Packets = ReturnType<typeof createPackets>
