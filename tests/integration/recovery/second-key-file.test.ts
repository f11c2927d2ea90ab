import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openWithRecoveryKey } from '../../../src/main/services/vault/index.ts'
import { setUpAndSignIn, startTestKiosk } from '../../helpers/kiosk.ts'

/** One bad sector in the file of the wrapped key must not close a kiosk, nor make backups, packets and recovery key useless. */
describe('the second copy of the wrapped data key', () => {
  let original: string
  let secret: string
  let root: string
  let dataDir: string
  const files = () => [join(dataDir, 'data-key.json'), join(dataDir, 'backups', 'data-key.json')] as const

  beforeAll(async () => {
    const kiosk = await startTestKiosk()
    await setUpAndSignIn(kiosk.call, null)
    // A key before the one that counts: a copy that lags behind would open to the wrong paper.
    await kiosk.call('app.setRecoveryKey', {
      recipient: await identityToRecipient(await generateX25519Identity()),
    })
    secret = (await kiosk.call('app.setRecoveryKey', { recipient: null })).secret ?? ''
    await kiosk.stop()
    original = kiosk.dataDir
  })
  afterAll(() => {
    rmSync(original, { recursive: true, force: true })
    rmSync(`${original}.key`, { force: true })
  })
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'kiosk-second-key-'))
    dataDir = join(root, 'data')
    cpSync(original, dataDir, { recursive: true })
    return () => rmSync(root, { recursive: true, force: true })
  })

  const changed = (path: string): string => {
    const stored = JSON.parse(readFileSync(path, 'utf8'))
    const flip = (base64: string) => `${base64.startsWith('A') ? 'B' : 'A'}${base64.slice(1)}`
    const { recipient, wrapped } = stored.recovery
    return JSON.stringify({
      ...stored,
      wrapped: flip(stored.wrapped),
      recovery: { recipient, wrapped: flip(wrapped) },
    })
  }
  const FAULTS: readonly [string, (path: string) => void][] = [
    ['gone', (path) => rmSync(path)],
    ['cut off', (path) => writeFileSync(path, '{"version":1')],
    [
      'not readable',
      (path) => {
        rmSync(path)
        mkdirSync(path)
      },
    ],
    ['changed in its keys alone', (path) => writeFileSync(path, changed(path))],
  ]

  it.each(FAULTS)('opens the kiosk when the first is %s', async (fault, spoil) => {
    spoil(files()[0])
    const kiosk = await startTestKiosk({ dataDir, keyFile: `${original}.key` })
    expect((await kiosk.call('app.status', {})).problem).toBeNull()
    expect((await kiosk.call('app.status', {})).recoveryKey).toBe('set')
    await kiosk.stop()
    // A folder in its place is not taken away by a program.
    if (fault !== 'not readable') expect(readFileSync(files()[0])).toEqual(readFileSync(files()[1]))
  })

  it.each(FAULTS)('opens to the recovery key when the first is %s', async (_fault, spoil) => {
    const whole = await openWithRecoveryKey(dataDir, [secret])
    spoil(files()[0])
    expect(await openWithRecoveryKey(dataDir, [secret])).toEqual(whole)
  })

  it('is made at the next start where there is none, and mended where it is not whole', async () => {
    for (const spoil of [(path: string) => rmSync(path), (path: string) => writeFileSync(path, '{')]) {
      spoil(files()[1])
      const kiosk = await startTestKiosk({ dataDir, keyFile: `${original}.key` })
      await kiosk.stop()
      expect(readFileSync(files()[1])).toEqual(readFileSync(files()[0]))
    }
  })
})
