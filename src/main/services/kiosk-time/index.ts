export { createKioskTime, type KioskTime } from './kiosk-time.ts'
