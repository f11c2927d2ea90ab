import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { built } from './built.ts'

type FromChild = {
  id?: number
  value?: unknown
  failure?: string
  ready?: boolean
  exit?: number
  errorBox?: string
}

/** The built Electron entry in a process of its own, on the stand-in. */
export type ElectronHost = {
  readonly child: ChildProcess
  /** Asks or does something (see the stand-in's acts). */
  act<T = unknown>(name: string, ...args: unknown[]): Promise<T>
  /** Resolves when the page was loaded. */
  readonly ready: Promise<void>
  /** Resolves with the exit code that the host asked Electron for; undefined when the process just ended. */
  readonly exited: Promise<number | undefined>
  readonly errorBoxes: string[]
}

export function startElectronHost(args: readonly string[], env: Record<string, string>): ElectronHost {
  const child = fork(built('main/index.js'), args, {
    execArgv: ['--import', join(import.meta.dirname, 'register-stand-in.fixture.ts')],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const waiting = new Map<number, (message: FromChild) => void>()
  const errorBoxes: string[] = []
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  let nextId = 1
  let exitCode: number | undefined
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message: FromChild) => {
      if (message.ready) resolve()
      if (message.exit !== undefined) exitCode = message.exit
      if (message.errorBox !== undefined) errorBoxes.push(message.errorBox)
      if (message.id !== undefined) waiting.get(message.id)?.(message)
    })
    child.on('exit', () => reject(new Error(`the host ended before its page was loaded\n${stderr}`)))
  })
  ready.catch(() => undefined)
  const exited = new Promise<number | undefined>((resolve) => child.on('exit', () => resolve(exitCode)))
  return {
    child,
    ready,
    exited,
    errorBoxes,
    act<T>(name: string, ...args: unknown[]) {
      return new Promise<T>((resolve, reject) => {
        const id = nextId++
        waiting.set(id, ({ value, failure }) =>
          failure === undefined ? resolve(value as T) : reject(new Error(failure)),
        )
        child.send({ id, act: name, args })
      })
    },
  }
}
