/**
 * Chromium's command line for the kiosk's window. The page's address is not on it: it carries the token,
 * and every user of the machine can read command lines.
 */
export function chromiumFlags(options: {
  readonly profileDir: string
  readonly isRoot: boolean
  readonly silentPrinting: boolean
}): string[] {
  return [
    // An empty page of our own making: `about:blank` would open a window with tabs and an address bar.
    '--app=data:text/html,<title>Kios</title>',
    '--kiosk',
    // Nothing of a registrant may stay in a browser: the profile is wiped (profile.ts), and no answer of the
    // core may be cached. Not `--incognito`: there no page can be allowed the camera beforehand.
    `--user-data-dir=${options.profileDir}`,
    '--disk-cache-size=1',
    // The browser ends when this process does, also after kill -9: the pipe closes.
    '--remote-debugging-pipe',
    // The window reaches nothing but our own server, whatever a page or an extension tries.
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--disable-features=MediaRouter,OptimizationHints,AutofillServerCommunication',
    '--disable-session-crashed-bubble',
    '--disable-pinch',
    '--overscroll-history-navigation=0',
    '--password-store=basic',
    // Prints on the system's default printer without a dialog.
    ...(options.silentPrinting ? ['--kiosk-printing'] : []),
    // Chromium's sandbox does not start for root.
    ...(options.isRoot ? ['--no-sandbox'] : []),
  ]
}
