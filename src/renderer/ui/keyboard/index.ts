/** The on-screen keyboard: comes on touch, serves every text field of the program. */
export { KeyboardHost } from './KeyboardHost.tsx'
