import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { faceFrame, ktpFrame } from '../../helpers/camera-scene.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

const ROOT = join(import.meta.dirname, '..', '..', '..')
const page = readFileSync(join(ROOT, 'docs', 'scripting.md'), 'utf8')
const [start = '', calls = '', desk = '', events = ''] = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(
  ([, block = '']) => block,
)

let dir: string
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'scripting-'))
  writeFileSync(join(dir, 'card.jpg'), (await ktpFrame(42)).jpeg)
  writeFileSync(join(dir, 'face.jpg'), await faceFrame('stock-emotions-a-3'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** The page's own lines; only the places differ. */
const here = (block: string) =>
  block.replaceAll('/tmp/', `${dir}/`).replaceAll(/(card|face)\.jpg/g, `${dir}/$1.jpg`)

/** Runs lines of the page in one shell, in a group of its own so that nothing they start is left. */
async function run(block: string): Promise<{ stdout: string; stderr: string; code: number | null }> {
  const env = { ...process.env, HOME: dir, XDG_CONFIG_HOME: join(dir, 'config'), KIOSK_PASSPHRASE: '' }
  const shell: ChildProcess = spawn('bash', ['-c', `${here(block)}\nkill $(jobs -p); wait`], {
    cwd: ROOT,
    env,
    detached: true,
  })
  let [stdout, stderr] = ['', '']
  shell.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  shell.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const code = await new Promise<number | null>((resolve) => shell.once('close', resolve))
  return { stdout, stderr, code }
}

const answers = (stdout: string) =>
  stdout
    .replaceAll('}{"ok"', '}\n{"ok"')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { ok: boolean; value?: Record<string, unknown> })

const hasTools = spawnSync('bash', ['-c', 'command -v curl base64 npm']).status === 0

it.skipIf(!hasTools)('the start prints one JSON line and nothing else on stdout', async () => {
  const central = 'http://127.0.0.1:8080'
  expect(start).toContain(`--central ${central}`)
  const { stdout } =
    await run(`${start.trim()} > /tmp/first.out & until [ -s /tmp/first.out ]; do sleep 0.2; done
sleep 1; cat /tmp/first.out`)
  expect(stdout.trim().split('\n')).toHaveLength(1)
  expect(Object.keys(JSON.parse(stdout) as object)).toEqual(['url', 'token', 'pid'])
})

it.skipIf(!hasTools)('the calls of a demo are all answered, and its events come', async () => {
  const listen = events.replace('curl -sN', 'curl -sN --max-time 3')
  const { stdout } = await run(`${calls}\necho; echo EVENTS\n${listen}`)
  const [answered = '', heard = ''] = stdout.split('\nEVENTS\n')
  const [status, ...others] = answers(answered)
  expect(status?.value).toMatchObject({ host: 'headless', problem: null, setUp: true })
  expect(others.length).toBeGreaterThanOrEqual(2)
  expect(others.filter(({ ok }) => !ok)).toEqual([])
  expect(heard).toMatch(/^(data: \{"event":|:)/)
})

it.skipIf(!hasTools)('a real desk goes from first run to a receipt', async () => {
  const functions = /call\(\) \{[\s\S]*?\n\}\n/.exec(calls)?.[0] ?? ''
  const { stdout, stderr } = await run(functions + desk)
  const all = answers(stdout)
  expect(
    all.filter(({ ok }) => !ok),
    stderr.slice(-2_000),
  ).toEqual([])
  expect(all.length).toBeGreaterThanOrEqual(18)
  expect(JSON.stringify(all.at(-2))).toMatch(/"reference":"[A-Z0-9-]+"/)
  // The central answers one line as well.
  expect(readFileSync(join(dir, 'central.json'), 'utf8').trim().split('\n')).toHaveLength(1)
})
