export type * from './central-api.ts'
export { type CentralApiOptions, createCentralApi } from './create-central-api.ts'
export { generateDeviceKey } from './device-key.ts'
export type { HttpOptions } from './http.ts'
