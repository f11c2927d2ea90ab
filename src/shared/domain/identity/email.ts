import { err, ok, type Result } from '../result.ts'
import { likelyDomain, PERSONAL_DOMAINS } from './email-domains.ts'
import { type Issue, issue } from './issue.ts'
import { isTooLong, tidy } from './text.ts'

/** RFC 5321 §4.5.3.1: local part and whole path. */
const LONGEST_LOCAL = 64
const LONGEST_ADDRESS = 254

/** RFC 5322 dot-atom, ASCII. Quoted local parts exist on paper only. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/

/**
 * Reads an e-mail address and writes it in lower case: no provider in use here tells capitals apart.
 * @returns the address, or `email.space`, `email.format`
 */
export function parseEmail(text: string): Result<string, Issue> {
  if (isTooLong(text)) return err(issue('email.format'))
  const address = tidy(text).toLowerCase()
  if (address.includes(' ')) return err(issue('email.space'))
  const at = address.lastIndexOf('@')
  const local = address.slice(0, Math.max(at, 0))
  const fits = local.length <= LONGEST_LOCAL && address.length <= LONGEST_ADDRESS
  if (at < 1 || !fits || !LOCAL.test(local) || !DOMAIN.test(address.slice(at + 1)))
    return err(issue('email.format'))
  return ok(address)
}

/**
 * What is odd about a parsed address. Offline nothing else can catch a mistyped domain, and office addresses are
 * lost when their owner moves (004); the petugas may override with a reason.
 * @returns `email.typo {domain, suggestion}` (the domain that was probably meant, and the whole corrected address),
 *   or `email.office {domain}` (the domain as typed), or nothing
 */
export function emailWarnings(email: string): Issue[] {
  const at = email.lastIndexOf('@')
  const domain = email.slice(at + 1)
  if (PERSONAL_DOMAINS.has(domain)) return []
  const meant = likelyDomain(domain)
  if (meant !== undefined)
    return [issue('email.typo', { domain: meant, suggestion: `${email.slice(0, at)}@${meant}` })]
  return [issue('email.office', { domain })]
}

/** `budi@gmail.com` → `b***@gmail.com`; other text becomes stars. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return at < 1 ? '***' : `${email.charAt(0)}***${email.slice(at)}`
}
