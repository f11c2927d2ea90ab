import { type ChildProcess, spawn } from 'node:child_process'
import { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import { createCrashLimit } from '../hosts/crash-limit.ts'
import { type DevtoolsPipe, openDevtoolsPipe } from './devtools-pipe.ts'
import { chromiumFlags } from './flags.ts'
import { createProfile } from './profile.ts'

/** How long the browser may take to end before it is killed. */
const GRACE_MS = 5_000

const Targets = z.object({
  targetInfos: z.array(z.object({ targetId: z.string(), type: z.string() })),
})
type Target = z.infer<typeof Targets>['targetInfos'][number]

/** An open window. `closed` resolves when it is gone: closed by somebody, or given up after crashes. */
export type ChromiumWindow = { readonly closed: Promise<'closed' | 'crashed'>; close(): Promise<void> }

/** True where a window can be shown. */
export function hasDisplay(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * Opens the page full-screen in a Chromium of its own: fresh profile, camera allowed for this page only,
 * reloaded after a crash, everything wiped when it closes.
 *
 * @param options.program path of the browser
 * @param options.address the page with its token
 * @throws when the browser does not start
 */
export async function openChromiumWindow(options: {
  readonly program: string
  readonly address: string
  /** Prints on the default printer without a dialog. */
  readonly silentPrinting?: boolean
  readonly now?: () => number
  readonly extraFlags?: readonly string[]
}): Promise<ChromiumWindow> {
  const profile = createProfile()
  const flags = [
    ...chromiumFlags({
      profileDir: profile.dir,
      isRoot: process.getuid?.() === 0,
      silentPrinting: options.silentPrinting ?? false,
    }),
    ...(options.extraFlags ?? []),
  ]
  const browser = spawn(options.program, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const closed = whenEnded(browser).finally(() => profile.wipe())
  const close = () => end(browser, closed)
  let crashed = false
  const giveUp = () => {
    crashed = true
    void close()
  }
  try {
    const devtools = openDevtoolsPipe(...pipesOf(browser))
    const page = await firstPage(devtools)
    devtools.onEvent((method, params) => {
      if (method === 'Target.targetDestroyed' && params.targetId === page.targetId) void close()
    })
    await showPage(devtools, page, options.address, options.now ?? Date.now, giveUp)
  } catch (error) {
    await close()
    throw error
  }
  return { closed: closed.then(() => (crashed ? 'crashed' : 'closed')), close }
}

async function showPage(
  devtools: DevtoolsPipe,
  page: Target,
  address: string,
  now: () => number,
  giveUp: () => void,
) {
  const { sessionId } = z
    .object({ sessionId: z.string() })
    .parse(await devtools.call('Target.attachToTarget', { targetId: page.targetId, flatten: true }))
  await devtools.call('Browser.grantPermissions', {
    permissions: ['videoCapture'],
    origin: new URL(address).origin,
  })
  const mayReload = createCrashLimit(now)
  devtools.onEvent((method) => {
    if (method !== 'Inspector.targetCrashed') return
    // A page that crashes again and again is closed: the host then ends with an error and the service starts it anew.
    if (mayReload()) devtools.call('Page.reload', {}, sessionId).catch(giveUp)
    else giveUp()
  })
  await devtools.call('Inspector.enable', {}, sessionId)
  let filled = false
  devtools.onEvent((method) => {
    // Not before: while the blank page is still being replaced, nothing can be asked of it.
    if (method !== 'Page.loadEventFired' || filled) return
    filled = true
    // A window that stays smaller is still a working kiosk.
    fillScreen(devtools, page, sessionId).catch(() => undefined)
  })
  await devtools.call('Page.enable', {}, sessionId)
  await devtools.call('Page.navigate', { url: address }, sessionId)
}

/** `--kiosk` needs a window manager; a session that runs nothing but the kiosk may have none. */
async function fillScreen(devtools: DevtoolsPipe, page: Target, sessionId: string): Promise<void> {
  const { windowId } = z
    .object({ windowId: z.number() })
    .parse(await devtools.call('Browser.getWindowForTarget', { targetId: page.targetId }))
  const { result } = z
    .object({ result: z.object({ value: z.tuple([z.number(), z.number(), z.number(), z.number()]) }) })
    .parse(
      await devtools.call(
        'Runtime.evaluate',
        { expression: '[screen.width, screen.height, outerWidth, outerHeight]', returnByValue: true },
        sessionId,
      ),
    )
  const [width, height, outerWidth, outerHeight] = result.value
  if (outerWidth >= width && outerHeight >= height) return
  await devtools.call('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
  await devtools.call('Browser.setWindowBounds', { windowId, bounds: { left: 0, top: 0, width, height } })
  await devtools.call('Browser.setWindowBounds', { windowId, bounds: { windowState: 'fullscreen' } })
}

/** The window that `--app` opened; at start it may not be there yet. */
async function firstPage(devtools: DevtoolsPipe): Promise<Target> {
  const appeared = new Promise<void>((resolve) => {
    devtools.onEvent((method) => {
      if (method === 'Target.targetCreated') resolve()
    })
  })
  await devtools.call('Target.setDiscoverTargets', { discover: true })
  await appeared
  for (;;) {
    const { targetInfos } = Targets.parse(await devtools.call('Target.getTargets'))
    const page = targetInfos.find((target) => target.type === 'page')
    if (page !== undefined) return page
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function pipesOf(browser: ChildProcess): [Writable, Readable] {
  const [, , , toBrowser, fromBrowser] = browser.stdio
  if (toBrowser instanceof Writable && fromBrowser instanceof Readable) return [toBrowser, fromBrowser]
  throw new Error('the browser was started without its pipes')
}

function whenEnded(browser: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    browser.once('error', () => resolve())
    browser.once('close', () => resolve())
  })
}

async function end(browser: ChildProcess, closed: Promise<void>): Promise<void> {
  browser.kill('SIGTERM')
  const timer = setTimeout(() => browser.kill('SIGKILL'), GRACE_MS)
  await closed
  clearTimeout(timer)
}
