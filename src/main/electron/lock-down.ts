import { type App, Menu, type Session, type WebContents } from 'electron'
import { isOurAddress } from './page-address.ts'

/**
 * Takes away what Electron gives by default: permissions, navigation, new windows, downloads, menus with
 * their shortcuts, and every request that leaves the page's own scheme.
 */
export function lockDownSession(session: Session): void {
  // Electron grants every permission unless told otherwise. The page needs the camera, without sound.
  session.setPermissionRequestHandler((_page, permission, answer, details) => {
    const onlyVideo =
      'mediaTypes' in details && details.mediaTypes?.length === 1 && details.mediaTypes[0] === 'video'
    answer(permission === 'media' && onlyVideo && details.isMainFrame && isOurAddress(details.requestingUrl))
  })
  session.setPermissionCheckHandler((_page, permission, requestingOrigin, details) => {
    return permission === 'media' && details.mediaType === 'video' && isOurAddress(requestingOrigin)
  })
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url) })
  })
}

/** Every page that ever comes to be, also ones that nobody meant to open, stays where it is. */
export function lockDownPages(app: App): void {
  Menu.setApplicationMenu(null)
  app.on('web-contents-created', (_event, page) => lockDownPage(page))
}

function lockDownPage(page: WebContents): void {
  page.setWindowOpenHandler(() => ({ action: 'deny' }))
  page.on('will-attach-webview', (event) => event.preventDefault())
  page.on('will-frame-navigate', (event) => {
    if (!(event.isMainFrame && isOurAddress(event.url))) event.preventDefault()
  })
  page.on('will-navigate', (event) => {
    if (!isOurAddress(event.url)) event.preventDefault()
  })
  page.on('will-redirect', (event) => {
    if (!isOurAddress(event.url)) event.preventDefault()
  })
}

/** Our own files, and what the page makes in memory. Development tools load themselves. */
function isAllowedRequest(address: string): boolean {
  return isOurAddress(address) || /^(blob:app:\/\/kiosk\/|data:|devtools:)/.test(address)
}
