import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { built } from './built.ts'

vi.setConfig({ testTimeout: 60_000 })

const CHILD = join(import.meta.dirname, '..', '..', '..', 'scripts', 'lib', 'child.mjs')
let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'launcher-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** A launcher of its own that runs the built headless host the way `npm run headless` does. */
async function launch() {
  const script = join(dir, 'launch.mjs')
  const args = [built('main/headless.js'), '--data-dir', join(dir, 'd'), '--key-file', join(dir, 'key')]
  writeFileSync(
    script,
    `import { runToEnd } from ${JSON.stringify(CHILD)}
     process.exitCode = (await runToEnd(process.execPath, ${JSON.stringify(args)})).code`,
  )
  const launcher = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'ignore'] })
  const exited = new Promise<number | null>((resolve) => launcher.on('exit', resolve))
  const line = await new Promise<string>((resolve) =>
    launcher.stdout.setEncoding('utf8').once('data', resolve),
  )
  return { launcher, exited, host: JSON.parse(line) as { pid: number } }
}

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  'hands %s on, waits for the clean end and answers its exit code',
  async (signal) => {
    const { launcher, exited, host } = await launch()
    launcher.kill(signal)
    expect(await exited).toBe(0)
    expect(isRunning(host.pid)).toBe(false)
  },
)

it('leaves no host behind when it is killed with -9', async () => {
  const { launcher, exited, host } = await launch()
  launcher.kill('SIGKILL')
  await exited
  await vi.waitFor(() => expect(isRunning(host.pid)).toBe(false), { timeout: 20_000 })
})
