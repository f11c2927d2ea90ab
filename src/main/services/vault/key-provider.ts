/**
 * How a host protects the store's data key at rest. Electron: the operating system's key store
 * (`safeStorage`); node-host: a key file kept outside the data directory, or a passphrase.
 */
export interface KeyProvider {
  /** Stable name written beside the wrapped key: a store is never opened with another provider's key. */
  readonly name: 'safe-storage' | 'key-file' | 'passphrase'
  /** Encrypts the 32-byte data key. */
  wrap(dataKey: Uint8Array): Promise<Uint8Array>
  /** Decrypts what `wrap` made; throws `WrongKeyError` when this key is not the one. */
  unwrap(wrapped: Uint8Array): Promise<Uint8Array>
}

/** The provider's key does not open the wrapped data key. */
export class WrongKeyError extends Error {
  override name = 'WrongKeyError'
}

/** The provider has no key at all: its file is not there (a stick that is not plugged in, a lost profile). */
export class KeyMissingError extends WrongKeyError {
  override name = 'KeyMissingError'
}
