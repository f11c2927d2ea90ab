export {
  NoDeviceKey,
  type RecoveryReport,
  readIdentities,
  recoverToKiosk,
  recoverToStick,
} from './recover.ts'
export { createRecoveryKeys, type RecoveryKeys } from './recovery-keys.ts'
