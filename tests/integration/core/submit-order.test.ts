import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const SCRIPT = fileURLToPath(new URL('./submit-process.ts', import.meta.url))
const CALLS = 'openat,write,writev,pwrite64,fsync,fdatasync,rename,renameat,renameat2'

/** Whether one process may look at another here: a container can forbid it. */
function mayTrace(): boolean {
  if (process.platform !== 'linux') return false
  const tried = spawnSync('strace', ['-o', '/dev/null', 'true'])
  if (tried.error) throw new Error('strace is missing: sudo apt-get install -y strace')
  if (tried.status !== 0) console.warn('ptrace is refused here: the order of system calls is not looked at')
  return tried.status === 0
}

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kiosk-order-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** What one line of the trace does to packet, folder and database; undefined for anything else. */
function stepOf(line: string): string | undefined {
  const [, call = '', rest = ''] = /^\d+ +(\w+)\((.*)$/.exec(line) ?? []
  if (call.startsWith('rename')) return /\.age\.part".*\.age"/.test(rest) ? 'rename packet' : undefined
  const verb = call.endsWith('sync') ? 'fsync' : call.includes('write') ? 'write' : undefined
  if (verb === undefined) return undefined
  const file = /^\d+<([^>]*)>/.exec(rest)?.[1] ?? ''
  if (file.endsWith('.age.part')) return `${verb} packet`
  if (file.endsWith('/packets')) return `${verb} folder`
  return /\/kiosk\.db(-wal)?$/.test(file) ? `${verb} database` : undefined
}

/** The steps of one submit, in order; writes to one file that follow each other count as one. */
function tracedSteps(): string[] {
  const trace = join(dataDir, 'trace')
  const args = ['-f', '-y', '-s', '0', '-e', `trace=${CALLS}`, '-o', trace, process.execPath, SCRIPT, dataDir]
  const run = spawnSync('strace', args, { encoding: 'utf8' })
  expect(run.stderr).toBe('')
  expect(run.status).toBe(0)
  const lines = readFileSync(trace, 'utf8').split('\n')
  const at = (name: string) => lines.findIndex((line) => line.includes(`${dataDir}/${name}"`))
  const steps = lines.slice(at('begin'), at('end')).flatMap((line) => stepOf(line) ?? [])
  return steps.filter((step, n) => !(step.startsWith('write') && step === steps[n - 1]))
}

describe.skipIf(!mayTrace())('the system calls of a submit', () => {
  it('are write, fsync, rename and fsync of the folder, and only then the commit, once each', () => {
    expect(tracedSteps()).toEqual([
      'write packet',
      'fsync packet',
      'rename packet',
      'fsync folder',
      'write database',
      'fsync database',
    ])
  })
})
