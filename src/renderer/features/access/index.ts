/** Which access a request is about: those that the central tells, as large choices (002). */
export { HeldAccesses } from './HeldAccesses.tsx'
