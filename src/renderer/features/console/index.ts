/** The petugas' console. */
export { Connect } from './Connect.tsx'
export { Console } from './Console.tsx'
