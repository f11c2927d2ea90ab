export {
  addRecoveryCopy,
  checkDataKeyFile,
  dataKeyExists,
  dataKeyPath,
  loadOrCreateDataKey,
  mendDataKeyFiles,
  openWithRecoveryKey,
  recoveryRecipient,
} from './data-key.ts'
export { lookupKeyOf, recordKeyOf } from './derived-keys.ts'
export { openKeyFile } from './key-file.ts'
export {
  KeyFileError,
  KeyMissingError,
  type KeyProvider,
  OtherProviderError,
  WrongKeyError,
} from './key-provider.ts'
export type { CalledOffRecord, PacketRecord, SentRecord } from './packet-record.ts'
export {
  createPackets,
  type FoundPacket,
  type PacketFile,
  type Packets,
  packetsExist,
  type SealedPacket,
} from './packets.ts'
export { MIN_PASSPHRASE_LENGTH, passphraseKeys } from './passphrase.ts'
export { writeDurably } from './write-durably.ts'
