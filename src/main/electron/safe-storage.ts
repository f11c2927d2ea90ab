import { safeStorage } from 'electron'
import { noKeyStore } from '../hosts/start-errors.ts'
import { type KeyProvider, WrongKeyError } from '../services/vault/index.ts'

/**
 * Keys from the operating system's key store: DPAPI, or a Linux keyring. They belong to the user and profile
 * that made them. To be called when Electron is ready.
 * @throws {StartError} when there is no key store, or only Linux's `basic_text`, which protects nothing
 */
export function safeStorageKeys(): KeyProvider {
  const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system'
  if (!safeStorage.isEncryptionAvailable() || backend === 'basic_text' || backend === 'unknown') {
    throw noKeyStore()
  }
  return {
    name: 'safe-storage',
    wrap: async (dataKey) => safeStorage.encryptString(Buffer.from(dataKey).toString('base64')),
    unwrap: async (wrapped) => Buffer.from(decrypt(wrapped), 'base64'),
  }
}

function decrypt(wrapped: Uint8Array): string {
  try {
    return safeStorage.decryptString(Buffer.from(wrapped))
  } catch {
    throw new WrongKeyError('The key store of this user does not open this store.')
  }
}
