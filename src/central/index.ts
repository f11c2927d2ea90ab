export { type Central, type CentralOptions, startCentral } from './start-central.ts'
