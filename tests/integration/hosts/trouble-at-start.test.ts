import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, type TestContext, vi } from 'vitest'
import { fingerprint } from '../../helpers/fingerprint.ts'
import { startElectronHost } from './start-electron-host.ts'
import { callOver, type HostProcess, startHost } from './start-host.ts'

// Each test starts whole programs, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 120_000 })

let home: string
let started: HostProcess[]
let mounted: string[]

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'host-trouble-'))
  started = []
  mounted = []
})
afterEach(async () => {
  for (const host of started) {
    host.child.kill('SIGKILL')
    await host.exited
  }
  for (const folder of mounted) spawnSync('/bin/umount', [folder])
  rmSync(home, { recursive: true, force: true })
})

const place = () => ({ HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_DATA_HOME: join(home, 'data') })

type Host = 'node-host' | 'headless' | 'electron'
const HOSTS = ['node-host', 'headless', 'electron'] as const
type Status = {
  ok: boolean
  value: { problem: string | null; problemAt?: string; demo: object | null; setUp: boolean }
}

/** Starts a host, asks how it stands, and ends it cleanly. */
async function statusOf(name: Host, args: readonly string[]): Promise<Status['value']> {
  if (name === 'electron') {
    const own = startElectronHost([...args, '--no-sandbox'], { ...place(), KIOSK_PASSPHRASE: '' })
    await own.ready
    const status = await own.act<Status>('call', {}, 'app.status', '{}')
    await own.act('quit')
    expect(await own.exited).toBe(0)
    return status.value
  }
  const host = startHost(name, args, { env: place() })
  started.push(host)
  const [url, token] =
    name === 'headless'
      ? (Object.values(JSON.parse(await host.until(/^(\{"url".*\})\n/))) as [string, string])
      : (await host.until(/(http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+)/)).split('/#token=')
  const status = (await callOver(url ?? '', token ?? '', 'app.status')) as unknown as Status
  host.child.kill('SIGTERM')
  expect(await host.exited).toBe(0)
  // No stack trace: a person reads this.
  expect(host.stderr()).not.toMatch(/\n\s+at /)
  return status.value
}

const modeArgs = (mode: 'demo' | 'desk', dataDir: string) => [
  mode === 'demo' ? '--demo' : '--no-demo',
  '--data-dir',
  dataDir,
  ...(mode === 'desk' ? ['--key-file', join(home, 'keys', 'desk.key')] : []),
]

/** A small file system that cannot be written to; file modes do not stop root. */
function mountReadOnly(context: TestContext): string {
  const folder = join(home, 'read-only')
  mkdirSync(folder)
  if (spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', 'ro,size=1m', 'tmpfs', folder]).status !== 0)
    context.skip('a tmpfs can be mounted by root alone')
  mounted.push(folder)
  return folder
}

describe.each(HOSTS)('%s', (host) => {
  it.for(['demo', 'desk'] as const)(
    'says not-writable for a %s, and leaves nothing',
    async (mode, context) => {
      const folder = mountReadOnly(context)
      const before = fingerprint(home)
      expect(await statusOf(host, modeArgs(mode, join(folder, 'data')))).toMatchObject({
        problem: 'not-writable',
        problemAt: join(folder, 'data'),
        demo: mode === 'demo' ? { inboxUrl: '' } : null,
      })
      expect(fingerprint(home)).toEqual(before)
    },
  )

  it("a demo on real data, and a desk on a demo's, says wrong-mode and changes nothing", async () => {
    for (const [first, second] of [
      ['desk', 'demo'],
      ['demo', 'desk'],
    ] as const) {
      const dataDir = join(home, `of-a-${first}`)
      expect((await statusOf(host, modeArgs(first, dataDir))).problem).toBeNull()
      const before = fingerprint(dataDir)
      expect(Object.keys(before)).toContain('/kiosk.db')
      expect(await statusOf(host, modeArgs(second, dataDir))).toMatchObject({
        problem: 'wrong-mode',
        problemAt: dataDir,
      })
      expect(fingerprint(dataDir)).toEqual(before)
      // And in its own mode it opens as ever.
      expect((await statusOf(host, modeArgs(first, dataDir))).problem).toBeNull()
    }
  })
})

describe('places where no data can lie', () => {
  it.each(['demo', 'desk'] as const)('are answered at once for a %s, and nothing stays', async (mode) => {
    writeFileSync(join(home, 'file'), 'x')
    const before = fingerprint(home)
    for (const dataDir of [
      '/proc/x',
      '/proc/x/y',
      '/dev/null/x',
      join(home, 'file'),
      join(home, 'file', 'below'),
    ]) {
      const began = performance.now()
      expect(await statusOf('headless', modeArgs(mode, dataDir))).toMatchObject({
        problem: 'not-writable',
        problemAt: dataDir,
      })
      expect(performance.now() - began).toBeLessThan(30_000)
      expect(fingerprint(home)).toEqual(before)
    }
  })

  it('a key file that cannot be made, too; the data folder is not made then', async () => {
    const args = ['--data-dir', join(home, 'a', 'data'), '--key-file', '/proc/nowhere/own.key']
    expect(await statusOf('headless', args)).toMatchObject({
      problem: 'key-not-writable',
      problemAt: '/proc/nowhere/own.key',
    })
    expect(readdirSync(home)).toEqual([])
  })

  it('a full disk leaves neither probe nor key', async (context) => {
    const folder = join(home, 'full')
    mkdirSync(folder)
    if (spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status !== 0)
      context.skip('a tmpfs can be mounted by root alone')
    mounted.push(folder)
    // Full at once, full in the middle of making the database, full after it.
    for (const room of [0, 4096, 40_000]) {
      writeFileSync(join(folder, 'ballast'), Buffer.alloc(65_536 - room))
      const args = [...modeArgs('desk', join(folder, 'data')), '--port', '0']
      expect((await statusOf('headless', args)).problem).toBe('disk-full')
      expect(readdirSync(folder)).toEqual(['ballast'])
      expect(readdirSync(home)).toEqual(['full'])
    }
  })
})
