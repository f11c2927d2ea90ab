import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { exportJWK, generateKeyPair } from 'jose'
import { z } from 'zod'

const KeyFile = z.object({
  /** `AGE-SECRET-KEY-1…`: opens the packets. */
  ageIdentity: z.string(),
  /** Private JWK, Ed25519: signs receipts. */
  receiptKey: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() }),
  /** Base64: keys the stored digests of one-time codes. */
  codeSecret: z.string(),
})

/** The central's own secrets, with their public halves. */
export type CentralKeys = z.infer<typeof KeyFile> & {
  readonly recipient: string
  readonly receiptPublicKey: Readonly<Record<string, string>>
}

/** Reads the central's keys, or makes them at the first start (`keys.json`, mode 0600). */
export async function loadKeys(dataDir: string): Promise<CentralKeys> {
  const file = join(dataDir, 'keys.json')
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
    const fresh = {
      ageIdentity: await generateX25519Identity(),
      receiptKey: await exportJWK(privateKey),
      codeSecret: randomBytes(32).toString('base64'),
    }
    // Written beside and renamed: a crash must not leave half a key file behind.
    writeFileSync(`${file}.new`, JSON.stringify(fresh), { mode: 0o600, flush: true })
    renameSync(`${file}.new`, file)
  }
  const keys = KeyFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  const { kty, crv, x } = keys.receiptKey
  return {
    ...keys,
    recipient: await identityToRecipient(keys.ageIdentity),
    receiptPublicKey: { kty, crv, x, alg: 'EdDSA', use: 'sig' },
  }
}
