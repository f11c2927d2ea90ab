import { spawn, spawnSync } from 'node:child_process'
import { isWindows, ROOT } from './paths.mjs'

const SIGNALS = isWindows ? ['SIGINT', 'SIGTERM', 'SIGBREAK'] : ['SIGINT', 'SIGTERM', 'SIGHUP']
/** How long a child may take to end after it was asked to, before it is killed. */
const GRACE_MS = 15_000

/**
 * Runs a program to its end with our terminal, hands signals on to it and kills it when it does not
 * follow, so that nothing is left behind.
 * @returns {Promise<{code: number, stdout: string}>} `stdout` only with `capture`.
 */
export function runToEnd(
  program,
  args,
  { env = process.env, capture = false, echo = true, cwd = ROOT, timeoutMs } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['inherit', capture ? 'pipe' : 'inherit', capture && !echo ? 'pipe' : 'inherit'],
    })
    let stdout = ''
    let killTimer
    const stop = (signal) => {
      child.kill(signal)
      killTimer ??= setTimeout(() => killTree(child.pid), GRACE_MS)
    }
    const handlers = SIGNALS.map((signal) => [signal, () => stop(signal)])
    for (const [signal, handler] of handlers) process.on(signal, handler)
    const timeout = timeoutMs === undefined ? undefined : setTimeout(() => killTree(child.pid), timeoutMs)
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        stdout += text
        if (echo) process.stdout.write(text)
      })
    }
    const done = () => {
      for (const [signal, handler] of handlers) process.off(signal, handler)
      clearTimeout(killTimer)
      clearTimeout(timeout)
    }
    child.on('error', (error) => {
      done()
      reject(error)
    })
    child.on('close', (code, signal) => {
      done()
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1), stdout })
    })
  })
}

function killTree(pid) {
  if (pid === undefined) return
  try {
    if (isWindows) spawnSync('taskkill', ['/PID', String(pid), '/T', '/F'])
    else process.kill(pid, 'SIGKILL')
  } catch {
    // It ended in the meantime.
  }
}
