import { spawn, spawnSync } from 'node:child_process'
import { isWindows, ROOT } from './paths.mjs'

const SIGNALS = isWindows ? ['SIGINT', 'SIGTERM', 'SIGBREAK'] : ['SIGINT', 'SIGTERM', 'SIGHUP']
/** Tells a host who started it, so that it ends when that process is gone (src/main/hosts/shutdown.ts). */
const LAUNCHER = 'LPSE_KIOSK_LAUNCHER'
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
      env: { ...env, [LAUNCHER]: String(process.pid) },
      stdio: ['inherit', capture ? 'pipe' : 'inherit', capture && !echo ? 'pipe' : 'inherit'],
    })
    let stdout = ''
    let killTimer
    const stop = (signal) => {
      child.kill(signal)
      killTimer ??= setTimeout(() => killTree(child.pid), GRACE_MS)
    }
    const stopWatching = whenNpmIsGone(() => stop('SIGTERM'))
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
      stopWatching()
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

/**
 * npm hands a signal to its shell only, and the shell to nobody: who is left alone by npm ends as well.
 * Started in another way (`nohup node scripts/run.mjs … &`) a process may outlive its parent.
 */
function whenNpmIsGone(act) {
  if (process.env.npm_lifecycle_event === undefined) return () => {}
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid !== parent) act()
  }, 500)
  return () => clearInterval(timer)
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
