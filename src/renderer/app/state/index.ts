/** The renderer's view state. Features import from here, never from other files of `app/`. */
export { KioskProvider, useCall, useKiosk, useView, useVisit } from './hooks.tsx'
export { type Call, createKiosk, type Kiosk } from './kiosk.ts'
export { useLanguageSwitch } from './use-language-switch.ts'
export { type Printed, usePrint, usePrintButton } from './use-print.ts'
export type { Page, TextSize, ViewState } from './view-state.ts'
