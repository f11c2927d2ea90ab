import { StoreProblem } from '../services/store/index.ts'
import type { App, AppEvent, AppOptions } from './app.ts'
import { createBrokenApp } from './broken-app.ts'

/**
 * The app of a host: the core, or while its store cannot be opened an app that says why. Each time the screen asks how
 * things stand (a person pressed "Coba lagi"), opening is tried again, so that nobody has to restart the computer
 * after the stick with the key was plugged in.
 * @param open opens store and services
 * @throws what `open` throws the first time, unless it is a StoreProblem
 */
export async function createReopeningApp(options: AppOptions, open: () => Promise<App>): Promise<App> {
  const log = options.log ?? (() => undefined)
  const listeners = new Set<(event: AppEvent) => void>()
  let opening: Promise<void> | undefined
  let problem: StoreProblem['reason'] | undefined
  let closed = false
  let app = await tryToOpen()

  async function tryToOpen(): Promise<App> {
    try {
      const opened = await open()
      problem = undefined
      opened.onEvent((event) => {
        for (const listen of listeners) listen(event)
      })
      return opened
    } catch (cause) {
      if (!(cause instanceof StoreProblem)) throw cause
      if (cause.reason !== problem)
        log({ level: 'error', event: 'store.problem', detail: { reason: cause.reason } })
      problem = cause.reason
      return createBrokenApp(options, cause)
    }
  }

  async function openAgain(): Promise<void> {
    try {
      const opened = await tryToOpen()
      if (closed) await opened.close()
      else app = opened
    } catch (cause) {
      // It still cannot be used; what was said before stands.
      const name = cause instanceof Error ? cause.name : 'unknown'
      log({ level: 'error', event: 'store.reopen-failed', detail: { name } })
    }
  }

  return {
    async dispatch(channel, input) {
      if (channel === 'app.status' && problem !== undefined && !closed) {
        opening ??= openAgain().finally(() => {
          opening = undefined
        })
        await opening
      }
      return app.dispatch(channel, input)
    },
    onEvent(listen) {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    async close() {
      closed = true
      await opening
      await app.close()
    },
  }
}
