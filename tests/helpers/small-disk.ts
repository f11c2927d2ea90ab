import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of its own that can be filled up; root alone may mount one. */
export type SmallDisk = {
  readonly folder: string
  /** Writes until nothing more fits. */
  fill(): void
  /** Makes room again. */
  empty(): void
  remove(): void
}

/**
 * Mounts a small tmpfs.
 * @returns undefined where that is not allowed
 */
export function mountSmallDisk(size = '6m'): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-small-disk-'))
  if (spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status !== 0) {
    rmSync(folder, { recursive: true })
    return undefined
  }
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill() {
      for (const size of [100_000, 4096]) {
        try {
          for (;;) writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' })
        } catch {
          // Full, to the size of the piece.
        }
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    remove() {
      spawnSync('/bin/umount', [folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
