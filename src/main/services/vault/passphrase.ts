import { randomBytes, scrypt } from 'node:crypto'
import { type KeyProvider, WrongKeyError } from './key-provider.ts'
import { KEY_BYTES, seal, unseal } from './key-wrapping.ts'

/** Shortest passphrase that a new store accepts. */
export const MIN_PASSPHRASE_LENGTH = 12

const SALT_BYTES = 16
/** scrypt at 128 MiB, about half a second: OWASP's first choice for it (N = 2^17, r = 8, p = 1). */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }

/** Keys from a passphrase that a person types at start; the salt lies in front of the wrapped key. */
export function passphraseKeys(passphrase: string): KeyProvider {
  // The same characters can be typed as different code points (RFC 8265).
  const secret = passphrase.normalize('NFC')
  return {
    name: 'passphrase',
    wrap: async (dataKey) => {
      const salt = randomBytes(SALT_BYTES)
      return Buffer.concat([salt, seal(await derive(secret, salt), dataKey)])
    },
    unwrap: async (wrapped) => {
      const bytes = Buffer.from(wrapped)
      const key = await derive(secret, bytes.subarray(0, SALT_BYTES))
      const dataKey = unseal(key, bytes.subarray(SALT_BYTES))
      if (dataKey === undefined) throw new WrongKeyError('The passphrase does not open this store.')
      return dataKey
    },
  }
}

function derive(secret: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, KEY_BYTES, COST, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}
