import type { Channel } from '#shared/contract/channels.ts'
import { StoreProblem } from '../services/store/index.ts'
import type { App, AppEvent, AppOptions } from './app.ts'
import { createBrokenApp } from './broken-app.ts'

/** An opened core, whose database may still be under check. */
export type Core = App & {
  /** Whether the whole database is good; settled from the start unless it is a large one. */
  readonly whole: Promise<boolean>
  /** Somebody waits for `whole`. */
  hurry(): void
}

/** How a core is opened: `checkLater` lets large tables wait until the first screen is there. */
export type OpenHow = { readonly checkLater: boolean }

/** Calls up to a signed-in petugas; every other one waits until the database is known to be good. */
const BEFORE_THE_CHECK: ReadonlySet<string> = new Set<Channel>([
  'app.status',
  'staff.choices',
  'staff.signIn',
])

/**
 * The app of a host: the core, or while its store cannot be opened an app that says why. Each time the screen asks how
 * things stand (a person pressed "Coba lagi"), opening is tried again, so that nobody has to restart the computer
 * after the stick with the key was plugged in. A large database that turns out to be damaged after the start is closed
 * and opened again with a full check, which brings back the newest good backup.
 * @param open opens store and services
 * @throws what `open` throws the first time, unless it is a StoreProblem
 */
export async function createReopeningApp(
  options: AppOptions,
  open: (how: OpenHow) => Promise<Core>,
): Promise<App> {
  const log = options.log ?? (() => undefined)
  const listeners = new Set<(event: AppEvent) => void>()
  let opening: Promise<void> | undefined
  let problem: StoreProblem['reason'] | undefined
  let closed = false
  /** Settles when the database of `app` is known to be good, or another core has taken its place. */
  let checked: Promise<void> = Promise.resolve()
  let isChecked = true
  let hurry: () => void = () => undefined
  let app = await tryToOpen({ checkLater: true })

  async function tryToOpen(how: OpenHow): Promise<App> {
    try {
      const opened = await open(how)
      problem = undefined
      opened.onEvent(tell)
      follow(opened)
      return opened
    } catch (cause) {
      if (!(cause instanceof StoreProblem)) throw cause
      if (cause.reason !== problem)
        log({ level: 'error', event: 'store.problem', detail: { reason: cause.reason } })
      problem = cause.reason
      return createBrokenApp(options, cause)
    }
  }

  function tell(event: AppEvent): void {
    for (const listen of listeners) listen(event)
  }

  function follow(opened: Core): void {
    isChecked = false
    hurry = opened.hurry
    checked = opened.whole.then(async (isWhole) => {
      if (!isWhole && !closed) await replace(opened)
      isChecked = true
    })
  }

  /** Nothing was begun with it: no visit, no sending, no sweep. */
  async function replace(damaged: Core): Promise<void> {
    log({ level: 'error', event: 'store.damaged-after-start' })
    await damaged.close().catch(() => undefined)
    app = createBrokenApp(options, new StoreProblem('damaged'))
    problem = 'damaged'
    await openAgain()
    const status = await app.dispatch('app.status', {})
    if (status.ok) tell({ event: 'app.status', value: status.value })
  }

  async function openAgain(): Promise<void> {
    try {
      const opened = await tryToOpen({ checkLater: false })
      if (closed) await opened.close()
      else app = opened
    } catch (cause) {
      // It still cannot be used; what was said before stands.
      const name = cause instanceof Error ? cause.name : 'unknown'
      log({ level: 'error', event: 'store.reopen-failed', detail: { name } })
    }
  }

  async function untilChecked(): Promise<void> {
    hurry()
    await checked
  }

  return {
    async dispatch(channel, input) {
      if (channel === 'app.status' && problem !== undefined && !closed && isChecked) {
        opening ??= openAgain().finally(() => {
          opening = undefined
        })
        await opening
      }
      if (!BEFORE_THE_CHECK.has(channel)) await untilChecked()
      const answer = await app.dispatch(channel, input)
      // What could not be read is perhaps what the check is about to find.
      const mayBeDamage = !answer.ok && answer.error.code === 'unexpected' && !isChecked
      if (!mayBeDamage) return answer
      await untilChecked()
      return app.dispatch(channel, input)
    },
    onEvent(listen) {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    networkChanged: () => app.networkChanged(),
    async close() {
      closed = true
      await opening
      await app.close()
    },
  }
}
