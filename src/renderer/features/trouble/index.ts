/** What is shown when the kiosk cannot go on. */
export { TroubleScreen } from './TroubleScreen.tsx'
export { UnexpectedScreen } from './UnexpectedScreen.tsx'
