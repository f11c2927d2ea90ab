import { type ChildProcess, spawn, spawnSync } from 'node:child_process'

/** How a command ended: `code` is null when it was killed. */
export type Ended = { readonly code: number | null; readonly stderr: string }

/**
 * Runs a shell command in a folder, and kills it with everything that it started when it takes too long: a program that
 * hangs would hold its camera for ever.
 * @returns undefined when it took too long
 */
export function runCommand(command: string, folder: string, timeoutMs: number): Promise<Ended | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
      // A process group of its own: the shell is killed together with the program that it runs.
      detached: process.platform !== 'win32',
    })
    const timer = setTimeout(() => {
      killWhole(child)
      resolve(undefined)
    }, timeoutMs)
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    const end = (ended: Ended) => {
      clearTimeout(timer)
      resolve(ended)
    }
    child.once('error', ({ message }) => end({ code: null, stderr: message }))
    child.once('close', (code) => end({ code, stderr }))
  })
}

function killWhole({ pid }: ChildProcess): void {
  if (pid === undefined) return
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/PID', String(pid), '/T', '/F'], { windowsHide: true })
    return
  }
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}
