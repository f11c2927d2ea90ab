/** Chromium's words for a proxy that speaks HTTP; SOCKS is none that the kiosk can use. */
const SCHEMES: Readonly<Record<string, string>> = { PROXY: 'http', HTTPS: 'https' }

/**
 * The proxy in an answer of Electron's `session.resolveProxy`: what a PAC script gives (`PROXY host:port; DIRECT`), the
 * most wanted first. Undefined: connect directly.
 */
export function proxyOfAnswer(answer: string): string | undefined {
  for (const entry of answer.split(';')) {
    const [kind = '', place] = entry.trim().split(/\s+/)
    if (kind.toUpperCase() === 'DIRECT') return undefined
    const scheme = SCHEMES[kind.toUpperCase()]
    if (scheme !== undefined && place && URL.canParse(`${scheme}://${place}`)) return `${scheme}://${place}`
  }
  return undefined
}
