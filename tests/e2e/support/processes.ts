import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const built = (file: string): string => fileURLToPath(new URL(`../../../out/main/${file}`, import.meta.url))
const START_MS = 30_000

/** A process of ours, ended by its own id and never by name. */
export type Running = {
  readonly pid: number
  /** Asks it to end, and waits. */
  stop(): Promise<void>
  /** kill -9: as when the power goes. */
  kill(): Promise<void>
}

function running(child: ChildProcess): Running {
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return { pid: child.pid ?? -1, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/** Starts a built program and waits for the first line of its output that `find` takes. */
async function startBuilt<T>(
  file: string,
  args: readonly string[],
  find: (line: string) => T | undefined,
): Promise<{ found: T; process: Running }> {
  const child = spawn(process.execPath, [built(file), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const heard: string[] = []
  const found = await new Promise<T>((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`${file} ${why}:\n${heard.join('\n')}`))
    const timer = setTimeout(() => fail(`said nothing useful in ${START_MS} ms`), START_MS)
    const listen = (line: string): void => {
      heard.push(line)
      const value = find(line)
      if (value === undefined) return
      clearTimeout(timer)
      resolve(value)
    }
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', listen)
    child.once('exit', (code) => {
      clearTimeout(timer)
      fail(`ended with ${code}`)
    })
  })
  return { found, process: running(child) }
}

const jsonLine = (line: string): Record<string, string> | undefined =>
  line.startsWith('{"url"') ? (JSON.parse(line) as Record<string, string>) : undefined

/** The kiosk on node-host, without a window of its own: answers the address of its page. */
export async function startNodeHost(args: readonly string[]): Promise<{ address: string; process: Running }> {
  const { found, process } = await startBuilt(
    'node-host.js',
    [...args, '--no-window', '--port', '0'],
    (line) => line.match(/http:\/\/127\.0\.0\.1:\d+\/\S*#token=\S+/)?.[0],
  )
  return { address: found, process }
}

/** The reference central as a program of its own. */
export async function startCentralProgram(
  args: readonly string[],
): Promise<{ url: string; enrolmentCode: string; process: Running }> {
  const { found, process } = await startBuilt('central.js', args, jsonLine)
  return { url: found.url ?? '', enrolmentCode: found.enrolmentCode ?? '', process }
}
