import { createHttpClient } from './http-client.ts'
import { createIpcClient, type PreloadBridge } from './ipc-client.ts'
import type { KioskClient } from './kiosk-client.ts'

declare global {
  interface Window {
    readonly kiosk?: PreloadBridge
  }
}

const TOKEN_KEY = 'kiosk-token'

/**
 * The per-boot token from the address (`#token=…`). It is moved to this tab's own storage and out of the
 * address bar, so that it stands neither in the history nor on the screen.
 */
export function takeToken(page: Pick<Window, 'location' | 'history' | 'sessionStorage'>): string {
  const fromAddress = new URLSearchParams(page.location.hash.slice(1)).get('token')
  if (fromAddress) {
    page.sessionStorage.setItem(TOKEN_KEY, fromAddress)
    page.history.replaceState(null, '', page.location.pathname + page.location.search)
    return fromAddress
  }
  return page.sessionStorage.getItem(TOKEN_KEY) ?? ''
}

/** The client for where this page runs: Electron's bridge when the preload made one, else loopback HTTP. */
export function findClient(): KioskClient {
  if (window.kiosk) return createIpcClient(window.kiosk)
  return createHttpClient({ baseUrl: '', token: takeToken(window) })
}
