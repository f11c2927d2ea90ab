import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeMemoryFolder } from '../../../src/main/services/memory-folder/index.ts'

/** Linux' highest process number is 4,194,304: no process ever has this one. */
const DEAD = 9_999_999
const NOBODY = 65_534

let place: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'memory-folder-'))
  // Like /dev/shm: everybody may make things, each may remove only their own.
  chmodSync(place, 0o1777)
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

const leave = (name: string): string => {
  const dir = join(place, name)
  mkdirSync(dir)
  writeFileSync(join(dir, 'Cookies'), 'left behind')
  return dir
}

describe('a folder in memory', () => {
  it('is new each time and for its owner only', () => {
    const [a, b] = [makeMemoryFolder('kiosk-', [place]), makeMemoryFolder('kiosk-', [place])]
    expect(a).not.toBe(b)
    expect(readdirSync(place)).toHaveLength(2)
    expect(statSync(a).mode & 0o777).toBe(0o700)
  })

  it('takes away what killed processes of ours left, and nothing else', () => {
    leave(`kiosk-${DEAD}-aaaaaa`)
    leave(`kiosk-${process.ppid}-bbbbbb`)
    leave(`other-${DEAD}-cccccc`)
    const made = makeMemoryFolder('kiosk-', [place])
    expect(readdirSync(place).sort()).toEqual(
      [`kiosk-${process.ppid}-bbbbbb`, `other-${DEAD}-cccccc`, made.slice(place.length + 1)].sort(),
    )
  })

  it('follows no link that was laid for it', () => {
    const precious = leave('precious')
    symlinkSync(precious, join(place, `kiosk-${DEAD}-dddddd`))
    makeMemoryFolder('kiosk-', [place])
    expect(readdirSync(precious)).toEqual(['Cookies'])
  })

  it.skipIf(process.geteuid?.() !== 0)("leaves another user's leftovers alone, as root too", () => {
    chownSync(leave(`kiosk-${DEAD}-eeeeee`), NOBODY, NOBODY)
    makeMemoryFolder('kiosk-', [place])
    expect(readdirSync(join(place, `kiosk-${DEAD}-eeeeee`))).toEqual(['Cookies'])
  })

  it.skipIf(process.geteuid?.() !== 0)('is made although a leftover may not be removed', () => {
    leave(`kiosk-${DEAD}-ffffff`)
    const theirs = leave(`kiosk-${DEAD}-gggggg`)
    chownSync(join(theirs, 'Cookies'), 0, 0)
    chmodSync(theirs, 0o500)
    chownSync(theirs, NOBODY, NOBODY)
    process.seteuid?.(NOBODY)
    try {
      expect(statSync(makeMemoryFolder('kiosk-', [place])).uid).toBe(NOBODY)
    } finally {
      process.seteuid?.(0)
    }
    expect(readdirSync(join(place, `kiosk-${DEAD}-ffffff`))).toEqual(['Cookies'])
  })
})
