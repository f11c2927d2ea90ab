export { type Courier, createCourier } from './courier.ts'
export { type CourierDevice, type CourierPacket, type CourierProgress, writeStick } from './write-stick.ts'
