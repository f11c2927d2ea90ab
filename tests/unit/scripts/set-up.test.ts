import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// @ts-expect-error plain JavaScript: it runs before anything is installed
import { hashFiles } from '../../../scripts/steps/build.mjs'
// @ts-expect-error as above
import { findChromium } from '../../../scripts/steps/chromium.mjs'
// @ts-expect-error as above
import { lockIsInstalled } from '../../../scripts/steps/dependencies.mjs'
// @ts-expect-error as above
import { findElectron } from '../../../scripts/steps/electron-binary.mjs'
// @ts-expect-error as above
import { checkNodeVersion } from '../../../scripts/steps/node24.mjs'
import { findChromium as findForHost } from '../../../src/main/chromium/index.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'set-up-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

function program(name: string): string {
  const path = join(dir, name)
  writeFileSync(path, '#!/bin/sh\n')
  chmodSync(path, 0o755)
  return path
}

it.each(['18.20.0', '20.18.9'])('Node %s is too old, and it says what mends it', (version) => {
  expect(() => checkNodeVersion(version)).toThrow('20.19')
})
it.each(['20.19.0', '22.0.0', '24.1.0'])('Node %s starts', (version) => {
  expect(() => checkNodeVersion(version)).not.toThrow()
})

describe('packages', () => {
  const lock = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/other-os': { version: '1.0.0', integrity: 'sha512-o', optional: true },
    },
  }
  const a = { version: '1.0.0', integrity: 'sha512-a' }
  it('are there when all but those of other systems are', () => {
    expect(lockIsInstalled(lock, { packages: { 'node_modules/a': a } })).toBe(true)
  })
  it.each([
    ['one is missing', {}],
    ['one has another version', { 'node_modules/a': { ...a, version: '1.0.1' } }],
    ['one has other bytes', { 'node_modules/a': { ...a, integrity: 'sha512-b' } }],
    ['one is there that the lock file does not know', { 'node_modules/a': a, 'node_modules/b': a }],
  ])('are installed again when %s', (_name, packages) => {
    expect(lockIsInstalled(lock, { packages })).toBe(false)
  })
})

describe('sources', () => {
  it('have a hash of names and contents, not of times', () => {
    mkdirSync(join(dir, 'src'))
    writeFileSync(join(dir, 'src', 'a.ts'), 'a')
    const first = hashFiles(['src', 'missing'], dir)
    writeFileSync(join(dir, 'src', 'a.ts'), 'a')
    expect(hashFiles(['src'], dir)).toBe(first)
    writeFileSync(join(dir, 'src', 'a.ts'), 'b')
    expect(hashFiles(['src'], dir)).not.toBe(first)
    writeFileSync(join(dir, 'src', 'a.ts'), 'a')
    writeFileSync(join(dir, 'src', 'b.ts'), '')
    expect(hashFiles(['src'], dir)).not.toBe(first)
  })
})

describe('Chromium', () => {
  it('is the one that KIOSK_CHROMIUM names', () => {
    const own = program('my-browser')
    expect(findChromium({ KIOSK_CHROMIUM: own, PATH: '' })).toBe(own)
    expect(() => findChromium({ KIOSK_CHROMIUM: join(dir, 'gone') })).toThrow('gone')
  })
  it('is the first installed one, the same for scripts and host', () => {
    const chrome = program('google-chrome')
    expect(findChromium({ PATH: dir }, 'linux')).toBe(chrome)
    const chromium = program('chromium')
    expect(findChromium({ PATH: dir }, 'linux')).toBe(chromium)
    expect(findForHost(undefined, { PATH: dir }, 'linux')).toBe(chromium)
    expect(findChromium({ PATH: '' }, 'linux')).toBeUndefined()
  })
})

describe('Electron', () => {
  it('is there when its file is, and is never required', () => {
    expect(findElectron({}, dir)).toBeUndefined()
    writeFileSync(join(dir, 'path.txt'), 'electron')
    expect(findElectron({}, dir)).toBeUndefined()
    mkdirSync(join(dir, 'dist'))
    writeFileSync(join(dir, 'dist', 'electron'), '')
    expect(findElectron({}, dir)).toBe(join(dir, 'dist', 'electron'))
  })
})
