import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A token of 256 random bits for one run of a host. */
export const createToken = (random: (bytes: number) => Uint8Array = randomBytes): string =>
  Buffer.from(random(32)).toString('base64url')

/**
 * The page's address with the token in its fragment: a fragment is sent to no server and stands in no log.
 * @param url the server's address, without a trailing slash
 */
export const pageAddress = (url: string, token: string): string => `${url}/#token=${token}`

/** True when an Authorization header carries the token. The comparison takes the same time for every guess. */
export function carriesToken(authorization: string | undefined, token: string): boolean {
  const [, given = ''] = /^Bearer ([A-Za-z0-9_-]+)$/i.exec(authorization ?? '') ?? []
  // Hashed first, so that both sides have the same length.
  return timingSafeEqual(digest(given), digest(token))
}

const digest = (text: string) => createHash('sha256').update(text).digest()
