import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppStatus } from '#shared/contract/views.ts'
import type { KioskClient } from '../../client/index.ts'
import { afterCall } from './after-call.ts'
import { FRESH_REGISTRANT, INITIAL, type Page, TEXT_SIZES, type ViewState } from './view-state.ts'

/** How long "Internet kembali" stays. */
const NETWORK_BACK_MS = 8_000

/** A call to the core; answers and errors also bring the view state up to date. */
export type Call = KioskClient['call']

/** The renderer's state and everything that may change it. */
export type Kiosk = {
  readonly store: StoreApi<ViewState>
  readonly call: Call
  /** Asks for fresh snapshots (at the start, after the connection was lost). */
  refresh(): Promise<void>
  /** Listens to the core; answers the function that stops. */
  start(): () => void
  goTo(page: Page): void
  /** Back to S1 for the next person: nothing of the last one stays, not even the text size. */
  toStart(): void
  nextTextSize(): void
  set(change: Partial<ViewState>): void
}

/** Makes the state for one client. `initial` is for tests and for showing single screens. */
export function createKiosk(client: KioskClient, initial: Partial<ViewState> = {}): Kiosk {
  const store = createStore<ViewState>(() => ({ ...INITIAL, ...initial }))
  const set = (change: Partial<ViewState>) => store.setState(change)
  let submitting = false
  let networkBackTimer: ReturnType<typeof setTimeout> | undefined

  const takeStatus = (status: AppStatus) => {
    const before = store.getState().status
    set({ status })
    if (before && before.network.online !== status.network.online) {
      clearTimeout(networkBackTimer)
      set({ networkBack: status.network.online ? status.queue.waiting : null })
      if (status.network.online)
        networkBackTimer = setTimeout(() => set({ networkBack: null }), NETWORK_BACK_MS)
    }
    // A visit that is gone or locked must not stay on the screen, whatever event was missed.
    if (status.visit !== 'open' && !submitting && store.getState().visit) set({ visit: null })
  }

  const refresh = async () => {
    const status = await client.call('app.status', {})
    if (!status.ok) return
    takeStatus(status.value)
    if (!status.value.staff || status.value.visit !== 'open') return
    const visit = await client.call('visit.current', {})
    if (visit.ok) set({ visit: visit.value })
  }

  const call: Call = async (channel, input) => {
    if (channel === 'visit.submit') submitting = true
    const answer = await client.call(channel, input)
    if (channel === 'visit.submit') submitting = false
    const { change, status, refreshNeeded } = afterCall(channel, answer)
    if (status) takeStatus(status)
    if (change) set(change)
    if (refreshNeeded) await refresh()
    return answer
  }

  return {
    store,
    call,
    refresh,
    set,
    start() {
      const stops = [
        client.on('app.status', takeStatus),
        client.on('visit', (visit) => {
          // The visit ends inside the core before `visit.submit` has answered: wait for the receipt.
          if (visit || !submitting) set({ visit })
        }),
        client.on('submissions', () => set({ submissionsVersion: store.getState().submissionsVersion + 1 })),
        client.on('courier', (courier) => set({ courier })),
        client.onConnection((connection) => {
          set({ connection })
          if (connection === 'connected') void refresh()
        }),
      ]
      void refresh()
      return () => {
        for (const stop of stops) stop()
        clearTimeout(networkBackTimer)
      }
    },
    goTo: (page) => set({ page }),
    toStart: () => set({ ...FRESH_REGISTRANT, receipt: null, page: 'start' }),
    nextTextSize() {
      const index = TEXT_SIZES.indexOf(store.getState().textSize)
      set({ textSize: TEXT_SIZES[(index + 1) % TEXT_SIZES.length] ?? 100 })
    },
  }
}
