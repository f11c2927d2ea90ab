import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { VisitSnapshot } from '#shared/contract/views.ts'
import type { Call, Kiosk } from './kiosk.ts'
import type { ViewState } from './view-state.ts'

const KioskContext = createContext<Kiosk | null>(null)

/** Gives everything inside the state and the calls of one kiosk. */
export function KioskProvider({ kiosk, children }: { readonly kiosk: Kiosk; readonly children: ReactNode }) {
  return <KioskContext value={kiosk}>{children}</KioskContext>
}

/** The kiosk's actions. Throws outside a `KioskProvider`: a bug. */
export function useKiosk(): Kiosk {
  const kiosk = useContext(KioskContext)
  if (!kiosk) throw new Error('useKiosk outside a KioskProvider')
  return kiosk
}

/** One piece of the view state; the component renders again when it changes. */
export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(useKiosk().store, select)
}

/** The core's calls; answers bring the state up to date by themselves. */
export const useCall = (): Call => useKiosk().call

/** The open visit, or null. */
export const useVisit = (): VisitSnapshot | null => useView((state) => state.visit)
