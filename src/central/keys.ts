import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { exportJWK, generateKeyPair } from 'jose'
import { z } from 'zod'
import { LIMITS, type Limits } from './context.ts'

const KeyFile = z.object({
  /** `AGE-SECRET-KEY-1…`: opens the packets. */
  ageIdentity: z.string(),
  /** Those before it: packets that were sealed before a rotation stay readable. */
  earlierIdentities: z.array(z.string()).default([]),
  /** Counts the rotations; published with the recipients, so that a kiosk takes no older list. */
  recipientsVersion: z.int().positive().default(1),
  recipientsIssuedAt: z.iso.datetime().default('2026-01-01T00:00:00.000Z'),
  /** Sizes that are published with the recipients. */
  limits: z.object({ packetBytes: z.int().positive(), photoBytes: z.int().positive() }).default(LIMITS),
  /** Private JWK, Ed25519: signs receipts and the list of recipients. */
  receiptKey: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() }),
  /** Base64: keys the stored digests of one-time codes. */
  codeSecret: z.string(),
})
type KeyFile = z.infer<typeof KeyFile>

/** The central's own secrets, with their public halves. */
export type CentralKeys = KeyFile & {
  /** Every identity that opens packets, the present one first. */
  readonly ageIdentities: readonly string[]
  readonly recipient: string
  readonly receiptPublicKey: Readonly<Record<string, string>>
}

const fileOf = (dataDir: string): string => join(dataDir, 'keys.json')

/** Written beside and renamed: a crash must not leave half a key file behind. */
function writeKeys(dataDir: string, keys: object): void {
  const file = fileOf(dataDir)
  writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}

const readKeys = (dataDir: string): KeyFile =>
  KeyFile.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')))

/** Reads the central's keys, or makes them at the first start (`keys.json`, mode 0600). */
export async function loadKeys(dataDir: string): Promise<CentralKeys> {
  if (!existsSync(fileOf(dataDir))) {
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
    writeKeys(dataDir, {
      ageIdentity: await generateX25519Identity(),
      receiptKey: await exportJWK(privateKey),
      codeSecret: randomBytes(32).toString('base64'),
    })
  }
  const keys = readKeys(dataDir)
  const { kty, crv, x } = keys.receiptKey
  return {
    ...keys,
    ageIdentities: [keys.ageIdentity, ...keys.earlierIdentities],
    recipient: await identityToRecipient(keys.ageIdentity),
    receiptPublicKey: { kty, crv, x, alg: 'EdDSA', use: 'sig' },
  }
}

/**
 * Makes a new key for packets and publishes it under the next version. Kiosks take it over when they next ask; what
 * they sealed before stays readable, because no identity is ever thrown away.
 */
export async function rotateRecipient(dataDir: string, now: Date): Promise<void> {
  const keys = readKeys(dataDir)
  writeKeys(dataDir, {
    ...keys,
    ageIdentity: await generateX25519Identity(),
    earlierIdentities: [keys.ageIdentity, ...keys.earlierIdentities],
    recipientsVersion: keys.recipientsVersion + 1,
    recipientsIssuedAt: now.toISOString(),
  })
}

/** Publishes other limits under the next version, so that kiosks take them over with the recipients. */
export function publishLimits(dataDir: string, limits: Limits, now: Date): void {
  const keys = readKeys(dataDir)
  const { packetBytes, photoBytes } = keys.limits
  KeyFile.shape.limits.parse(limits)
  if (packetBytes === limits.packetBytes && photoBytes === limits.photoBytes) return
  writeKeys(dataDir, {
    ...keys,
    limits,
    recipientsVersion: keys.recipientsVersion + 1,
    recipientsIssuedAt: now.toISOString(),
  })
}
