/** Cek status, for whoever holds a receipt. */
export { default } from './StatusCheck.tsx'
