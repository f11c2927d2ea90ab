import { useEffect } from 'react'
import { useKiosk } from './state/index.ts'

/** Hides or shows the screen, for the petugas' hand (interface specification §2). */
const HIDE_KEY = 'F9'

/** Nothing of a registrant may reach the clipboard or a menu of the browser (interface specification §2). */
const REFUSED = ['copy', 'cut', 'paste', 'contextmenu', 'dragstart', 'drop'] as const

/** Desk-wide keys and refusals. */
export function useDesk(): void {
  const kiosk = useKiosk()
  useEffect(() => {
    const refuse = (event: Event) => event.preventDefault()
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== HIDE_KEY) return
      event.preventDefault()
      kiosk.set({ hidden: !kiosk.store.getState().hidden })
    }
    for (const name of REFUSED) document.addEventListener(name, refuse)
    document.addEventListener('keydown', onKey)
    return () => {
      for (const name of REFUSED) document.removeEventListener(name, refuse)
      document.removeEventListener('keydown', onKey)
    }
  }, [kiosk])
}
