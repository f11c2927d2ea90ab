import type {
  LookAnswer,
  LookRequest,
  TakenFrame,
} from '../../src/renderer/features/capture/worker-messages.ts'
import { jpegFile } from '../../src/renderer/features/step/jpeg-file.ts'
import faceUrl from '../fixtures/faces/stock-emotions-a-3.jpg?inline'
import cardUrl from './pictures/card.jpg?inline'

/** What stands before the gallery's camera, or how the camera fails (names of getUserMedia's exceptions). */
export type GalleryCamera = {
  readonly shows?: 'card' | 'face' | 'nothing'
  readonly fails?: 'NotFoundError' | 'NotAllowedError' | 'NotReadableError' | 'never answers'
  /** What the checks say about every frame: the workers themselves are measured elsewhere (npm run bench:capture). */
  readonly verdict?: string
  /** The checks cannot run on this machine, or are still being loaded. */
  readonly checks?: 'broken' | 'loading'
}

const SIZE = { width: 1280, height: 720 }
const photoOf = (dataUrl: string, width: number, height: number): TakenFrame => {
  const base64 = dataUrl.slice(dataUrl.indexOf(',') + 1)
  return { file: jpegFile(base64), jpeg: new Blob([base64]), width, height }
}
const PHOTOS = {
  card: photoOf(cardUrl, 760, 479),
  face: photoOf(faceUrl, 720, 960),
}
const DESK = '#8d7f70'
const WALL = '#cfd6dc'
const MARGIN = 90

/** Puts a camera and a judge of its frames into the page. Must come before the page is mounted. */
export function installCamera(camera: GalleryCamera): void {
  const device = { kind: 'videoinput', deviceId: 'galeri', groupId: '', label: 'Kamera galeri' }
  const devices = Object.assign(new EventTarget(), {
    enumerateDevices: async () =>
      camera.fails === 'NotFoundError' ? [] : [{ ...device, toJSON: () => device }],
    getUserMedia: async () => {
      if (camera.fails === 'never answers') return new Promise<MediaStream>(() => undefined)
      if (camera.fails) throw new DOMException('gallery', camera.fails)
      return streamOf(camera.shows ?? 'nothing')
    },
  })
  Object.defineProperty(navigator, 'mediaDevices', { value: devices, configurable: true })
  Object.assign(window, { Worker: withJudge(window.Worker, judgeOf(camera)) })
}

async function streamOf(shows: NonNullable<GalleryCamera['shows']>): Promise<MediaStream> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, SIZE)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  const picture = shows === 'nothing' ? undefined : await load(shows === 'card' ? cardUrl : faceUrl)
  const paint = () => {
    context.fillStyle = shows === 'face' ? WALL : shows === 'card' ? DESK : '#000'
    context.fillRect(0, 0, SIZE.width, SIZE.height)
    if (!picture) return
    const room = shows === 'card' ? SIZE.height - 2 * MARGIN : SIZE.height
    const height = Math.min(room, picture.height * (room / picture.height))
    const width = (picture.width / picture.height) * height
    context.drawImage(picture, (SIZE.width - width) / 2, (SIZE.height - height) / 2, width, height)
  }
  paint()
  // A stream of a canvas has a frame only when something is drawn.
  setInterval(paint, 100)
  return canvas.captureStream(10)
}

async function load(url: string): Promise<ImageBitmap> {
  const image = new Image()
  image.src = url
  await image.decode()
  return createImageBitmap(image)
}

/** The workers of the page, but for those of the checks: their names as in features/capture/use-checks.ts. */
const withJudge = (Plain: typeof Worker, Judge: new () => EventTarget) =>
  function GalleryWorker(url: string | URL, options?: WorkerOptions): EventTarget {
    return /(card|face)-check/.test(String(url)) ? new Judge() : new Plain(url, options)
  }

/** Stands where a worker of the checks stands (features/capture/worker-messages.ts) and always says the same. */
function judgeOf({ shows, verdict = 'none', checks }: GalleryCamera) {
  return class GalleryJudge extends EventTarget {
    constructor() {
      super()
      if (checks !== 'loading') setTimeout(() => this.say({ kind: checks === 'broken' ? 'broken' : 'ready' }))
    }

    postMessage({ id, kind, frame }: LookRequest): void {
      frame.close()
      if (kind === 'look') setTimeout(() => this.say({ id, kind: 'looked', verdict, found: undefined }), 50)
      else if (kind === 'encode') this.say({ id, kind: 'encoded', photo: PHOTOS.card })
      // A good photo would end the picture that is to be looked at: it never comes.
      else if (verdict !== 'good')
        this.say({ id, kind: 'taken', verdict, photo: PHOTOS[shows === 'face' ? 'face' : 'card'] })
    }

    terminate(): void {
      this.say = () => undefined
    }

    private say = (data: LookAnswer<string, undefined>): void => {
      this.dispatchEvent(new MessageEvent('message', { data }))
    }
  }
}
