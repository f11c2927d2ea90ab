/** The page's own scheme: privileged like https, but served from the program's folder only. */
export const PAGE_SCHEME = 'app'
const PAGE_HOST = 'kiosk'

/** Where the window begins. */
export const PAGE_ADDRESS = `${PAGE_SCHEME}://${PAGE_HOST}/index.html`

/** True for an address of our own page. `URL.origin` is "null" for schemes it does not know, so parts are compared. */
export function isOurAddress(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null &&
    url.protocol === `${PAGE_SCHEME}:` &&
    url.host === PAGE_HOST &&
    url.username === '' &&
    url.port === ''
  )
}
