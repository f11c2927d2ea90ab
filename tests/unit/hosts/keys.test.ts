import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  KeyMissingError,
  openKeyFile,
  passphraseKeys,
  WrongKeyError,
} from '../../../src/main/services/vault/index.ts'

const dataKey = Uint8Array.from({ length: 32 }, (_, index) => index)
let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'keys-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const open = (path: string, createWhenMissing = true) =>
  openKeyFile({ path, dataDir: join(dir, 'data'), createWhenMissing })

describe('a key file', () => {
  it('is made once, for its owner only, and opens what it wrapped', async () => {
    const path = join(dir, 'config', 'own.key')
    const first = await open(path)
    expect(first.found).toBe('missing')
    expect(readdirSync(dir)).toEqual([])
    const wrapped = await first.keys.wrap(dataKey)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(Buffer.from(wrapped).includes(Buffer.from(dataKey))).toBe(false)
    const second = await open(path)
    expect(second.found).toBe('there')
    expect(Buffer.from(await second.keys.unwrap(wrapped))).toEqual(Buffer.from(dataKey))
  })

  it('does not open what another wrapped, nor changed bytes', async () => {
    const { keys } = await open(join(dir, 'a.key'))
    const other = await open(join(dir, 'b.key'))
    await other.keys.wrap(dataKey)
    const wrapped = Buffer.from(await keys.wrap(dataKey))
    await expect(other.keys.unwrap(wrapped)).rejects.toThrow(WrongKeyError)
    for (const at of [0, 1, 20, wrapped.length - 1]) {
      const changed = Buffer.from(wrapped)
      changed[at] = (changed[at] ?? 0) ^ 1
      await expect(keys.unwrap(changed)).rejects.toThrow(WrongKeyError)
    }
    await expect(keys.unwrap(wrapped.subarray(0, 10))).rejects.toThrow(WrongKeyError)
  })

  it('that is missing for old data is not made anew', async () => {
    const { keys, found } = await open(join(dir, 'gone.key'), false)
    expect(found).toBe('missing')
    expect(readdirSync(dir)).toEqual([])
    await expect(keys.unwrap(new Uint8Array(60))).rejects.toThrow(KeyMissingError)
    await expect(keys.wrap(dataKey)).rejects.toThrow(KeyMissingError)
  })

  it('may not lie inside the data directory', async () => {
    await expect(open(join(dir, 'data', 'key'))).rejects.toMatchObject({ reason: 'inside-data-dir' })
    await expect(open(join(dir, 'data', '..', 'data', 'x', 'key'))).rejects.toMatchObject({
      reason: 'inside-data-dir',
    })
    expect((await open(join(dir, 'data-of-another', 'key'))).found).toBe('missing')
  })

  it('that others may read, or that is something else, is refused with what mends it', async () => {
    const path = join(dir, 'own.key')
    const { keys } = await open(path)
    const wrapped = await keys.wrap(dataKey)
    chmodSync(path, 0o640)
    await expect(keys.unwrap(wrapped)).rejects.toMatchObject({
      reason: 'readable-by-others',
      mend: `chmod 600 '${path}'`,
    })
    chmodSync(path, 0o600)
    const good = readFileSync(path, 'utf8')
    const [, encoded = ''] = good.split('\n')
    for (const text of ['', 'hello', `lpse-kiosk-key-v1\n${encoded.slice(4)}\n`, `other\n${encoded}\n`]) {
      writeFileSync(path, text)
      await expect(keys.unwrap(wrapped)).rejects.toMatchObject({ reason: 'damaged', path })
      // It may be the only key of other data: never written over.
      await expect(keys.wrap(dataKey)).rejects.toMatchObject({ reason: 'damaged' })
      expect(readFileSync(path, 'utf8')).toBe(text)
    }
    rmSync(path)
    mkdirSync(path, { mode: 0o700 })
    await expect(keys.unwrap(wrapped)).rejects.toMatchObject({ reason: 'unreadable' })
    rmSync(path, { recursive: true })
    writeFileSync(path, good, { mode: 0o600 })
    expect(Buffer.from(await keys.unwrap(wrapped))).toEqual(Buffer.from(dataKey))
  })

  it('made for a start that failed is taken back, and no other ever is', async () => {
    const path = join(dir, 'config', 'deep', 'own.key')
    const { keys } = await open(path)
    await keys.wrap(dataKey)
    keys.undo?.()
    expect(readdirSync(dir)).toEqual([])
    await keys.wrap(dataKey)
    const again = await open(path)
    await again.keys.wrap(dataKey)
    again.keys.undo?.()
    expect(statSync(path).isFile()).toBe(true)
  })

  it('that cannot be made says so, and leaves nothing', async () => {
    writeFileSync(join(dir, 'file'), '')
    const { keys } = await open(join(dir, 'file', 'own.key'))
    await expect(keys.wrap(dataKey)).rejects.toMatchObject({ reason: 'not-writable' })
    const odd = await open('/proc/nowhere/own.key')
    await expect(odd.keys.wrap(dataKey)).rejects.toMatchObject({ reason: 'not-writable' })
    expect(readdirSync(dir)).toEqual(['file'])
  })
})

describe('a passphrase', () => {
  it('opens what it wrapped, however its letters were composed, and another does not', async () => {
    const wrapped = await passphraseKeys('Jakarta-é-12345').wrap(dataKey)
    expect(Buffer.from(await passphraseKeys('Jakarta-e\u0301-12345').unwrap(wrapped))).toEqual(
      Buffer.from(dataKey),
    )
    await expect(passphraseKeys('Jakarta-e-12345').unwrap(wrapped)).rejects.toThrow(WrongKeyError)
    await expect(passphraseKeys('Jakarta-é-12345').unwrap(new Uint8Array(3))).rejects.toThrow(WrongKeyError)
  })
  it('never wraps twice to the same bytes', async () => {
    const keys = passphraseKeys('kata sandi kios')
    expect(Buffer.from(await keys.wrap(dataKey))).not.toEqual(Buffer.from(await keys.wrap(dataKey)))
  })
})
