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
  /** Takes back what `wrap` made on disk, for a first start that failed. */
  undo?(): void
}

/** The provider's key does not open the wrapped data key. */
export class WrongKeyError extends Error {
  override name = 'WrongKeyError'
}

/** The data key was wrapped in another way than this host's: by a passphrase, a key file, or a key store. */
export class OtherProviderError extends WrongKeyError {
  override name = 'OtherProviderError'
}

/** The provider has no key at all: its file is not there (a stick that is not plugged in, a lost profile). */
export class KeyMissingError extends WrongKeyError {
  override name = 'KeyMissingError'
  readonly path: string | undefined

  constructor(message: string, path?: string) {
    super(message)
    this.path = path
  }
}

/** A key file that may not or cannot be used: why, and what mends it. Carries no key material. */
export class KeyFileError extends Error {
  override name = 'KeyFileError'
  readonly reason: 'readable-by-others' | 'unreadable' | 'damaged' | 'not-writable' | 'inside-data-dir'
  readonly path: string
  readonly mend: string

  constructor(reason: KeyFileError['reason'], path: string, message: string, mend: string) {
    super(message)
    this.reason = reason
    this.path = path
    this.mend = mend
  }
}
