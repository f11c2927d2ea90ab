/** S1: the start screen. */
export { Start } from './Start.tsx'
