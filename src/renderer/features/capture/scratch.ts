import type { Area } from './checks/face-crop.ts'

/** A canvas of a worker's own, used over and over. */
export function createScratch() {
  const canvas = new OffscreenCanvas(1, 1)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no 2D canvas in this browser')
  return {
    canvas,
    /** Draws a part of a frame (or picture) at a size and answers its pixels. Outside the frame it is black. */
    draw(frame: OffscreenCanvas | ImageBitmap, from: Area, width: number, height: number): ImageData {
      canvas.width = width
      canvas.height = height
      context.imageSmoothingQuality = 'medium'
      context.drawImage(frame, from.x, from.y, from.width, from.height, 0, 0, width, height)
      return context.getImageData(0, 0, width, height)
    },
  }
}
