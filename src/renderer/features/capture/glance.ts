import { endLater } from './end-later.ts'
import { presentFrame } from './frame.ts'

/** What the glance sends to its worker: one frame, handed over (not copied), and the size wanted, px. */
export type GlanceRequest = { readonly frame: VideoFrame; readonly width: number; readonly height: number }

/** Looks at a video now and then, to measure it. */
export type Glance = {
  /** The present frame's pixels at the size wanted; undefined without a picture, or while one look is under way already. */
  readonly look: (video: HTMLVideoElement | null) => Promise<ImageData | undefined>
  /** A look under way is never answered then. */
  readonly close: () => void
}

/** Frames are read in a worker of the glance's own: one of 1920 × 1080 is 8 MB. Sizes in px. */
export function createGlance(width: number, height: number): Glance {
  const worker = new Worker(new URL('./glance.worker.ts', import.meta.url), { type: 'module' })
  let looking = false
  return {
    async look(video) {
      // Frames that wait hold the camera's own memory.
      if (looking) return undefined
      const frame = presentFrame(video)
      if (!frame) return undefined
      const pixels = new Promise<ImageData | undefined>((resolve) => {
        const onAnswer = ({ data }: MessageEvent<ImageData | null>) => {
          looking = false
          resolve(data ?? undefined)
        }
        worker.addEventListener('message', onAnswer, { once: true })
      })
      looking = true
      worker.postMessage({ frame, width, height } satisfies GlanceRequest, [frame])
      return pixels
    },
    close: () => endLater(() => worker.terminate()),
  }
}
