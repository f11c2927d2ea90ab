import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { built } from './built.ts'

/** A built host in a process of its own. */
export type HostProcess = {
  readonly child: ChildProcess
  stdout(): string
  stderr(): string
  /** Waits for a pattern on either stream and answers its first group. */
  until(pattern: RegExp): Promise<string>
  /** Resolves with exit code or signal. */
  readonly exited: Promise<number | string | null>
}

/** Starts `out/main/NAME.js`; asking for `electron` would end it with 97. */
export function startHost(
  name: 'node-host' | 'headless',
  args: readonly string[],
  options: { env: Record<string, string>; stdin?: string },
): HostProcess {
  const preload = ['--import', join(import.meta.dirname, 'forbid-electron.fixture.ts')]
  const child = spawn(process.execPath, [...preload, built(`main/${name}.js`), ...args], {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', KIOSK_PASSPHRASE: '', ...options.env },
    stdio: 'pipe',
  })
  child.stdin.end(options.stdin ?? '')
  const texts = { stdout: '', stderr: '' }
  const watchers = new Set<() => void>()
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      texts[stream] += text
      for (const watcher of watchers) watcher()
    })
  }
  const exited = new Promise<number | string | null>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal))
  })
  return {
    child,
    exited,
    stdout: () => texts.stdout,
    stderr: () => texts.stderr,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(texts.stdout) ?? pattern.exec(texts.stderr)
          if (found === null) return
          watchers.delete(look)
          resolve(found[1] ?? found[0])
        }
        watchers.add(look)
        look()
        exited.then((code) => reject(new Error(`ended with ${code} before ${pattern}\n${texts.stderr}`)))
      }),
  }
}

/** Makes a contract call over loopback HTTP. */
export async function callOver(
  url: string,
  token: string,
  channel: string,
  input: unknown = {},
): Promise<{ ok: boolean; value?: never; error?: { code: string } }> {
  const response = await fetch(`${url}/rpc/${channel}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  return (await response.json()) as never
}
