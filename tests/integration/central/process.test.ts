import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { enrolKiosk, must, noteHooks } from '../../helpers/enrolled-kiosk.ts'
import { makePacket } from '../../helpers/packet.ts'

type Started = { process: ChildProcess; line: { url: string; enrolmentCode: string; pid: number } }

let dataDir: string
const running: ChildProcess[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kiosk-central-'))
})
afterEach(async () => {
  for (const child of running.splice(0)) await end(child, 'SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(...more: string[]): Promise<Started> {
  const child = spawn(process.execPath, ['src/central/main.ts', '--data-dir', dataDir, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(child)
  if (child.stdout === null) throw new Error('no stdout')
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { process: child, line: JSON.parse(line) as Started['line'] }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  child.kill(signal)
  await once(child, 'exit')
  return child.exitCode
}

test('prints one JSON line, stays up, and ends cleanly when told to', async () => {
  const { process: child, line } = await start('--demo', '--delay-ms', '0')
  expect(line).toEqual({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    enrolmentCode: expect.stringMatching(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/),
    pid: child.pid,
  })
  expect((await fetch(`${line.url}/v1/health`)).status).toBe(200)
  expect(await end(child, 'SIGTERM')).toBe(0)
  expect(readdirSync(dataDir).filter((name) => name.endsWith('-wal'))).toEqual([])
})

test('killed with -9 it keeps what it acknowledged, on the same port', async () => {
  const first = await start('--demo', '--delay-ms', '0')
  const kiosk = await enrolKiosk(first.line)
  const whole = await makePacket(kiosk.enrolment.recipients)
  const receipt = must(await kiosk.api.submit(whole, noteHooks()))
  const half = await makePacket(kiosk.enrolment.recipients, undefined, 60_000)
  const stop = new AbortController()
  const hooks = noteHooks(stop.signal)
  await kiosk
    .at(first.line.url, { chunkBytes: 20_000 })
    .submit(half, { ...hooks, onProgress: () => stop.abort() })
  await end(first.process, 'SIGKILL')

  const second = await start('--demo', '--delay-ms', '0', '--port', new URL(first.line.url).port)
  expect(second.line.url).toBe(first.line.url)
  expect(must(await kiosk.api.submit(whole, noteHooks()))).toEqual(receipt)
  const again = noteHooks()
  must(await kiosk.api.submit({ ...half, uploadUrl: hooks.urls[0] ?? '' }, again))
  expect(again.urls).toEqual([])
  const { items } = must(await kiosk.api.changes(''))
  expect(items.filter((item) => item.state === 'terverifikasi')).toHaveLength(2)
})

test('without --demo messages go to a file for a gateway, and there is no inbox', async () => {
  const { line } = await start(
    '--office-code',
    'LPSE-62',
    '--office-name',
    'LPSE Uji',
    '--public-url',
    'https://lpse.example/',
  )
  const kiosk = await enrolKiosk(line)
  expect(kiosk.enrolment).toMatchObject({ demo: false, office: { code: 'LPSE-62', name: 'LPSE Uji' } })
  must(await kiosk.api.requestCode({ visitId: 'v', channel: 'email', destination: 'a@gmail.com' }))
  const file = join(dataDir, 'outbox.jsonl')
  const message = JSON.parse(readFileSync(file, 'utf8')) as { to: string; code: string }
  expect(message).toMatchObject({
    to: 'a@gmail.com',
    channel: 'email',
    code: expect.stringMatching(/^\d{6}$/),
  })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect((await fetch(`${line.url}/demo/kotak-masuk`)).status).toBe(404)
})

test.each<[string[], string]>([
  [['--data-dir', 'x', '--port', '70000'], '--port needs a whole number'],
  [['--data-dir', 'x', '--port', '70000'], '--port perlu angka bulat'],
  [['--data-dir', 'x', '--public-url', 'lpse.example'], '--public-url perlu alamat web'],
  [['--data-dir', 'x', '--public-url', 'ftp://lpse.example'], '--public-url needs a web address'],
  [['--data-dir', 'x', '--nonsense'], 'tidak dikenal'],
  [['--data-dir', '/proc/x'], 'Periksa --data-dir'],
  [['--data-dir', '/dev/null'], 'bukan folder'],
  [[], '--data-dir DIR'],
])('%j is refused with a word and a failing exit', async (more, text) => {
  const child = spawn(process.execPath, ['src/central/main.ts', ...more], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (data: Buffer) => {
    said += data.toString()
  })
  const [code] = (await once(child, 'close')) as [number]
  expect(code).not.toBe(0)
  expect(said).toContain(text)
})
