import type { Page } from '@playwright/test'

/** What stands before the camera from now on. `sway`: pixels by which it moves to both sides. */
export type ShowPicture = (jpeg: Uint8Array, sway?: number) => Promise<void>

type Canvas = { picture: ImageBitmap | undefined; sway: number }
declare global {
  /** In the page: what the canvas shows that stands where the camera stood. */
  var canvasCamera: Canvas | undefined
}

/**
 * Puts a canvas where the page's camera is: its picture can be changed while a screen is open, which a film cannot. From the
 * first frame on everything is the kiosk's own.
 */
export async function putCanvasCamera(page: Page): Promise<ShowPicture> {
  await page.evaluate(installCanvasCamera)
  return (jpeg, sway = 0) =>
    page.evaluate(
      async ([base64, pixels]) => {
        const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))
        const picture = await createImageBitmap(new Blob([bytes]))
        if (globalThis.canvasCamera) Object.assign(globalThis.canvasCamera, { picture, sway: pixels })
      },
      [Buffer.from(jpeg).toString('base64'), sway] as const,
    )
}

/** Inside the page. */
function installCanvasCamera(): void {
  const SWAY_MS = 1_200
  const camera: Canvas = { picture: undefined, sway: 0 }
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  const paint = () => {
    const { picture, sway } = camera
    if (!picture || !context) return
    if (canvas.width !== picture.width || canvas.height !== picture.height)
      Object.assign(canvas, { width: picture.width, height: picture.height })
    context.drawImage(picture, 0, 0)
    if (sway) context.drawImage(picture, sway * Math.sin((performance.now() * 2 * Math.PI) / SWAY_MS), 0)
  }
  setInterval(paint, 50)
  globalThis.canvasCamera = camera
  navigator.mediaDevices.getUserMedia = async () => {
    paint()
    return canvas.captureStream(20)
  }
}
