import { z } from 'zod'
import { generateDeviceKey } from '../central-api/index.ts'
import type { Settings } from '../store/index.ts'

export const Jwk = z.record(z.string(), z.unknown())
type Jwk = z.infer<typeof Jwk>

const KEY = 'enrolment.pending'
const Pending = z.array(z.object({ url: z.string(), code: z.string(), privateKey: Jwk }))
/** More codes than anybody tries; the oldest goes first. */
const MOST_PENDING = 10

/** A key pair that a code was, or is about to be, redeemed with. */
export type RedeemedWith = {
  readonly url: string
  readonly enrolmentCode?: string | undefined
  readonly privateKey: Jwk
}

const sameAddress = (a: string, b: string): boolean => (URL.parse(a)?.href ?? a) === (URL.parse(b)?.href ?? b)

/** The public half of an Ed25519 key (RFC 8037). */
const publicHalf = ({ kty, crv, x }: Jwk): Jwk => ({ kty, crv, x })

/**
 * The key pairs of enrolments that are not finished, kept in the encrypted store. The central answers a used code again
 * to the same key alone: a lost answer, or a kiosk that stopped before it was set up, must find that key again, else the
 * one-time code is burnt.
 */
export function createDeviceKeys(settings: Settings) {
  const pending = () => settings.find(KEY, Pending) ?? []

  return {
    /** The pair for a code at a central: the one it was tried or redeemed with before, else a new one, already stored. */
    async of(
      url: string,
      code: string,
      enrolled: RedeemedWith | undefined,
    ): Promise<{ publicKey: Jwk; privateKey: Jwk }> {
      const redeemed = enrolled && [{ ...enrolled, code: enrolled.enrolmentCode }]
      const known = [...(redeemed ?? []), ...pending()].find(
        (one) => one.code === code && sameAddress(one.url, url),
      )
      if (known) return { publicKey: publicHalf(known.privateKey), privateKey: known.privateKey }
      const pair = await generateDeviceKey()
      const kept = [...pending(), { url, code, privateKey: pair.privateKey }].slice(-MOST_PENDING)
      settings.set(KEY, kept)
      return pair
    },
    /** The enrolment itself holds the key now. */
    forget(url: string, code: string): void {
      settings.set(
        KEY,
        pending().filter((one) => one.code !== code || !sameAddress(one.url, url)),
      )
    },
  }
}
