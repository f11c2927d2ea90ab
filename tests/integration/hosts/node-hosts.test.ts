import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { callOver, type HostProcess, startHost } from './start-host.ts'

// Each test starts whole programs, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 120_000 })

let home: string
let started: HostProcess[]

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'host-'))
  started = []
})
afterEach(async () => {
  for (const host of started) {
    host.child.kill('SIGKILL')
    await host.exited
  }
  rmSync(home, { recursive: true, force: true })
})

function start(
  name: 'node-host' | 'headless',
  args: string[],
  options: { env?: Record<string, string>; stdin?: string } = {},
): HostProcess {
  const place = { HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_DATA_HOME: join(home, 'data') }
  const host = startHost(name, args, { ...options, env: { ...place, ...options.env } })
  started.push(host)
  return host
}

async function startHeadless(args: string[], options: { env?: Record<string, string>; stdin?: string } = {}) {
  const host = start('headless', args, options)
  const { url, token, pid } = JSON.parse(await host.until(/^(\{"url".*\})\n/))
  return { host, pid, call: (channel: string, input?: unknown) => callOver(url, token, channel, input), url }
}

async function stop(host: HostProcess): Promise<void> {
  host.child.kill('SIGTERM')
  expect(await host.exited).toBe(0)
}

describe('node-host', () => {
  it('runs a demo from an empty home without Electron, serves page and calls, and ends cleanly', async () => {
    const host = start('node-host', [])
    const address = new URL(await host.until(/(http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+)/))
    const page = await fetch(address)
    expect(await page.text()).toContain('<div id="root">')
    const token = address.hash.slice('#token='.length)
    const status = await callOver(address.origin, token, 'app.status')
    expect(status).toMatchObject({
      ok: true,
      value: { host: 'node-host', problem: null, demo: { pin: expect.any(String) } },
    })
    expect(host.stderr()).toContain('DEMO')
    // Its own data, and a key file that only its owner can read, in another tree.
    expect(readdirSync(join(home, 'data', 'lpse-kiosk'))).toEqual(['demo'])
    expect(statSync(join(home, 'config', 'lpse-kiosk', 'demo.key')).mode & 0o777).toBe(0o600)
    await stop(host)
    await expect(fetch(address)).rejects.toThrow()
  })

  it('takes its settings from the desk file, and the command line goes first', async () => {
    const config = join(home, 'desk.json')
    writeFileSync(
      config,
      JSON.stringify({
        mode: 'desk',
        dataDir: join(home, 'desk'),
        keyFile: join(home, 'desk.key'),
        window: false,
      }),
    )
    const host = start('node-host', ['--config', config])
    await host.until(/#token=/)
    expect(readdirSync(join(home, 'desk'))).toContain('data-key.json')
    expect(host.stderr()).not.toContain('DEMO')
    await stop(host)
    const demo = start('node-host', ['--config', config, '--demo'])
    await demo.until(/DEMO/)
    await demo.until(/#token=/)
    expect(readdirSync(join(home, 'data', 'lpse-kiosk'))).toEqual(['demo'])
    await stop(demo)
  })

  it.each([
    ['an unknown option', ['--nope'], '--help'],
    ['a central for a demo', ['--demo', '--central', 'https://central.example'], '--no-demo'],
    ['an address that is none', ['--no-demo', '--central', 'javascript:1'], 'https'],
    ['both modes', ['--demo', '--no-demo'], 'one of them'],
    ['a port that is none', ['--port', '99999'], '--port'],
    ['a settings file that is not there', ['--config', '/nowhere.json'], 'nowhere.json'],
    ['no terminal to ask for a passphrase', ['--no-demo'], '--passphrase-stdin'],
  ])('does not start with %s, and says what mends it', async (_name, args, mend) => {
    const host = start('node-host', args)
    expect(await host.exited).toBe(1)
    expect(host.stderr()).toContain('To mend it:')
    expect(host.stderr()).toContain(mend)
    expect(host.stderr()).not.toMatch(/\n\s+at /)
  })

  it('says when its port is taken', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port))
    })
    const host = start('node-host', ['--port', String(port)])
    expect(await host.exited).toBe(1)
    expect(host.stderr()).toContain(`Port ${port} is in use.`)
    other.close()
  })
})

describe('headless', () => {
  it('prints one JSON line and nothing else, and takes calls with the token', async () => {
    const { host, call, pid, url } = await startHeadless([
      '--data-dir',
      join(home, 'd'),
      '--demo',
      '--port',
      '0',
    ])
    expect(pid).toBe(host.child.pid)
    expect(await call('app.status')).toMatchObject({ ok: true, value: { host: 'headless' } })
    expect(await callOver(url, 'wrong', 'app.status')).toEqual({
      ok: false,
      error: { code: 'refused-caller' },
    })
    expect(host.stdout().trim().split('\n')).toHaveLength(1)
    expect(host.stderr()).toContain('Key file made')
    await stop(host)
  })

  it('opens the same data again after kill -9, and only with its key', async () => {
    const args = ['--data-dir', join(home, 'd'), '--key-file', join(home, 'k', 'own.key')]
    const first = await startHeadless(args)
    expect(await first.call('app.status')).toMatchObject({ value: { problem: null, demo: null } })
    first.host.child.kill('SIGKILL')
    await first.host.exited
    const second = await startHeadless(args)
    expect(await second.call('app.status')).toMatchObject({ value: { problem: null } })
    await stop(second.host)

    rmSync(join(home, 'k'), { recursive: true })
    const without = await startHeadless(args)
    expect(await without.call('app.status')).toMatchObject({ value: { problem: 'key-missing' } })
    // No new key may be made for data that has one.
    expect(readdirSync(home)).not.toContain('k')
    await stop(without.host)
  })

  it('opens with a passphrase from standard input or the environment, and not with another', async () => {
    const args = ['--data-dir', join(home, 'd'), '--passphrase-stdin']
    const problem = async (own: Awaited<ReturnType<typeof startHeadless>>) => {
      const status = (await own.call('app.status')) as { value?: { problem: string | null } }
      await stop(own.host)
      return status.value?.problem
    }
    expect(await problem(await startHeadless(args, { stdin: 'kata sandi kios\n' }))).toBeNull()
    expect(
      await problem(
        await startHeadless(['--data-dir', join(home, 'd')], {
          env: { KIOSK_PASSPHRASE: 'kata sandi kios' },
        }),
      ),
    ).toBeNull()
    expect(await problem(await startHeadless(args, { stdin: 'kata sandi lain\n' }))).toBe('wrong-key')
    const short = start('headless', ['--data-dir', join(home, 'new'), '--passphrase-stdin'], {
      stdin: 'pendek\n',
    })
    expect(await short.exited).toBe(1)
    expect(short.stderr()).toContain('at least 12')
  })
})
