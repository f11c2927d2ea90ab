/**
 * Providers of private mailboxes; every other domain is taken for an office's (004 asks for a personal address).
 * mail.com and email.com are left out on purpose: here they are mostly a gmail.com with a slip, and the warning is
 * only a question.
 */
export const PERSONAL_DOMAINS: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'yahoo.com',
  'yahoo.co.id',
  'yahoo.co.uk',
  'yahoo.com.sg',
  'ymail.com',
  'rocketmail.com',
  'hotmail.com',
  'hotmail.co.id',
  'outlook.com',
  'outlook.co.id',
  'live.com',
  'msn.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'aol.com',
  'gmx.com',
  'gmx.net',
  'zoho.com',
  'zohomail.com',
  'proton.me',
  'protonmail.com',
  'pm.me',
  'tutanota.com',
  'tuta.com',
  'tuta.io',
  'fastmail.com',
  'yandex.com',
  'duck.com',
  'hey.com',
  'plasa.com',
  'telkom.net',
])

/** The domains that typing errors are measured against, most used first. */
const COMMON_DOMAINS = [
  'gmail.com',
  'yahoo.com',
  'yahoo.co.id',
  'outlook.com',
  'hotmail.com',
  'icloud.com',
  'ymail.com',
  'rocketmail.com',
  'outlook.co.id',
  'protonmail.com',
] as const

/** Government and military names: certainly an office, however close to a provider's name. */
const GOVERNMENT = /\.(go|mil|desa)\.id$/

/** Endings people type instead of the right one: `gmail.co`, `gmail.con`, `yahoo.id`. */
const SHORT_ENDING = /^(c[a-z]{0,3}|[a-z]om|id|net|org|com?\.[a-z]{2})$/

/** The largest distance that still counts as a typing error. */
const MOST_ERRORS = 2

/**
 * Damerau–Levenshtein distance (optimal string alignment): insertions, deletions, substitutions and swaps of
 * neighbouring characters, one each.
 */
export function typingDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1)
      current.push(best)
    }
    beforeLast = last
    last = current
  }
  return last[b.length] ?? 0
}

/** The domain that was probably meant, or undefined when nothing common is close. */
export function likelyDomain(domain: string): string | undefined {
  if (PERSONAL_DOMAINS.has(domain) || GOVERNMENT.test(domain)) return undefined
  let closest: string | undefined
  let fewest = MOST_ERRORS + 1
  for (const candidate of COMMON_DOMAINS) {
    const errors = typingDistance(domain, candidate)
    if (errors < fewest) {
      closest = candidate
      fewest = errors
    }
  }
  if (closest !== undefined) return closest
  const dot = domain.indexOf('.')
  const ending = domain.slice(dot + 1)
  if (!SHORT_ENDING.test(ending)) return undefined
  const name = domain.slice(0, dot)
  return COMMON_DOMAINS.find(
    (candidate) => typingDistance(name, candidate.slice(0, candidate.indexOf('.'))) <= 1,
  )
}
