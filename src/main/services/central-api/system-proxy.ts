/**
 * The proxy that the system's environment names for an address (`HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`, either
 * case; the convention of curl). Undefined: connect directly.
 */
export function environmentProxy(
  address: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const url = URL.parse(address)
  if (url === null || isExempt(url, read(env, 'NO_PROXY'))) return undefined
  const proxy = read(env, url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? read(env, 'ALL_PROXY')
  if (proxy === undefined) return undefined
  const whole = proxy.includes('://') ? proxy : `http://${proxy}`
  return /^https?:/.test(whole) && URL.canParse(whole) ? whole : undefined
}

const read = (env: Readonly<Record<string, string | undefined>>, name: string): string | undefined =>
  env[name.toLowerCase()] || env[name] || undefined

/** This machine itself is never asked for through a proxy: the demo's central runs here. */
function isExempt({ hostname }: URL, noProxy = ''): boolean {
  if (/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)) return true
  return noProxy
    .split(/[\s,]+/)
    .map((entry) => entry.replace(/^\*?\./, ''))
    .some(
      (entry) => entry === '*' || (entry !== '' && (hostname === entry || hostname.endsWith(`.${entry}`))),
    )
}
