import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { KtpTruth } from '../../bench/ktp/index.ts'
import { type CameraScene, faceFrame, ktpFrame, writeMjpeg } from '../../helpers/camera-scene.ts'
import type { Call } from '../../helpers/kiosk.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { launchBrowser } from './browser.ts'
import { launchElectronKiosk } from './electron.ts'
import { type Running, startCentralProgram, startNodeHost } from './processes.ts'
import { callerAt } from './rpc.ts'
import { type Colour, meanColour, waitForScene } from './scene.ts'

const PORTRAIT = 'stock-emotions-a-3'
/** Each scene lasts longer than finding, focusing and photographing takes on a busy machine. */
const SCENE_SECONDS = 8

export type Size = { readonly width: number; readonly height: number }
export const SIZES = {
  laptop: { width: 1366, height: 768 },
  desk: { width: 1920, height: 1080 },
  portrait: { width: 1080, height: 1920 },
} as const satisfies Record<string, Size>

type Message = {
  readonly channel: 'phone' | 'email'
  readonly to: string
  readonly code?: string
  readonly link?: string
}

/** A desk in a folder of its own: kiosk, browser with a synthetic camera, and what a test does to them. */
export class Desk {
  readonly dir = mkdtempSync(join(tmpdir(), 'kiosk-desk-'))
  private readonly host: 'node-host' | 'electron'
  /** The program of the kiosk, and in real Electron its window too. */
  private kiosk: Running | undefined
  private browser: Browser | undefined
  private central: Running | undefined
  private centralUrl = ''
  private camera: string | null = null
  private size: Size = SIZES.laptop
  private address = ''

  constructor(host: 'node-host' | 'electron' = 'node-host') {
    this.host = host
  }

  private cardColour: Colour = [0, 0, 0]
  private faceColour: Colour = [0, 0, 0]

  /** Puts a synthetic card and then a portrait before the camera, over and over. */
  async showCardThenFace(seed: number): Promise<KtpTruth> {
    const card = await ktpFrame(seed)
    const face = await faceFrame(PORTRAIT)
    this.cardColour = await meanColour(card.jpeg)
    this.faceColour = await meanColour(face)
    this.camera = join(this.dir, 'camera.mjpeg')
    await writeMjpeg(this.camera, [
      { jpeg: card.jpeg, seconds: SCENE_SECONDS },
      { jpeg: face, seconds: SCENE_SECONDS },
    ])
    return card.truth
  }

  /** Puts a synthetic card before the camera, and nothing else until something else is shown. */
  async showCard(seed: number): Promise<KtpTruth> {
    const { jpeg, truth } = await ktpFrame(seed)
    await this.showScenes([{ jpeg, seconds: 1 }])
    return truth
  }

  /** Puts the person before the camera instead: seen by whoever opens the camera from now on, as the next screen does. */
  async showFace(): Promise<void> {
    await this.showScenes([{ jpeg: await faceFrame(PORTRAIT), seconds: 1 }])
  }

  /** Puts scenes before the camera, one after the other, over and over. */
  async showScenes(scenes: readonly CameraScene[]): Promise<void> {
    this.camera = join(this.dir, 'camera.mjpeg')
    // A whole film takes the place of the one before: a browser that is reading that goes on with it.
    const next = `${this.camera}.new`
    await writeMjpeg(next, scenes)
    renameSync(next, this.camera)
  }

  /** Waits until the person, not the card, is before the camera. */
  waitForFace(page: Page): Promise<void> {
    return waitForScene(page, this.faceColour, this.cardColour)
  }

  /** The demo: kiosk and central in one program. */
  async openDemo(size: Size = SIZES.laptop): Promise<Page> {
    this.size = size
    return this.open(['--demo', ...this.storeArgs()])
  }

  /** A real desk that knows no central yet. */
  async openReal(size: Size = SIZES.laptop): Promise<Page> {
    this.size = size
    return this.open(['--no-demo', ...this.storeArgs()])
  }

  private storeArgs = (): string[] => [
    '--data-dir',
    join(this.dir, 'data'),
    '--key-file',
    join(this.dir, 'desk.key'),
  ]
  private lastArgs: string[] = []

  private open(args: string[]): Promise<Page> {
    this.lastArgs = args
    return this.host === 'electron' ? this.openElectron(args) : this.openInBrowser(args)
  }

  private async openInBrowser(args: string[]): Promise<Page> {
    const { address, process } = await startNodeHost(args)
    this.kiosk = process
    this.address = address
    this.browser = await launchBrowser(this.camera)
    const page = await this.browser.newPage({ viewport: this.size })
    await page.goto(address)
    return page
  }

  /** The scripting door of the kiosk that stands here, on node-host. */
  call: Call = (channel, input) => callerAt(this.address)(channel, input)

  private async openElectron(args: string[]): Promise<Page> {
    const { page, close, kill, pid } = await launchElectronKiosk({
      args,
      ...(this.camera ? { cameraFile: this.camera } : {}),
    })
    this.kiosk = { pid, stop: close, kill }
    await page.setViewportSize(this.size)
    return page
  }

  /** The power goes: kiosk and browser are gone at once. */
  async pullThePlug(): Promise<void> {
    await this.kiosk?.kill()
    await this.browser?.close()
  }

  /** Switched on again. */
  reopen(): Promise<Page> {
    return this.open(this.lastArgs)
  }

  /** Starts the reference central on a port of its own, the same again after it was stopped. */
  async startCentral(): Promise<{ url: string; enrolmentCode: string }> {
    const port = this.centralUrl ? new URL(this.centralUrl).port : '0'
    const started = await startCentralProgram(['--data-dir', join(this.dir, 'central'), '--port', port])
    this.central = started.process
    this.centralUrl = started.url
    return started
  }

  /** The cable is pulled: nobody answers at the central's address. */
  async stopCentral(): Promise<void> {
    await this.central?.stop()
  }

  /** The code that the demo's central "sent" last to a phone or a mailbox. */
  async codeSentTo(inboxUrl: string, channel: 'phone' | 'email', after: number): Promise<string> {
    const url = new URL('/demo/messages', inboxUrl)
    const code = await waitUntil(`a code by ${channel}`, async () => {
      const { items } = (await (await fetch(url)).json()) as { items: (Message & { at: string })[] }
      return items.find((item) => item.channel === channel && item.code && Date.parse(item.at) >= after)?.code
    })
    return code
  }

  async close(): Promise<void> {
    await this.browser?.close()
    await this.kiosk?.stop()
    await this.central?.stop()
    rmSync(this.dir, { recursive: true, force: true })
  }
}
