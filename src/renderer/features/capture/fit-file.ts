/** What the door takes (contract, MAX_PHOTO_BASE64 of base64). */
const MAX_BYTES = 5_900_000
/** Pixels of the long side, best first: 3508 are an A4 page at 300 dots per inch, as scanners make them. */
const LONG_SIDES = [3508, 2600, 2000]
const JPEG_QUALITY = 0.92

/**
 * A file as it fits through the door: as it is, or a large picture made smaller; undefined for any other large file. For
 * workers. How small it must be in the end, and whether it is legible then, is the core's to say.
 */
export async function fitFile(file: Blob): Promise<Blob | undefined> {
  if (file.size <= MAX_BYTES) return file
  // It throws for everything that is no picture.
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return undefined
  try {
    for (const longSide of LONG_SIDES) {
      const jpeg = await shrink(picture, Math.min(1, longSide / Math.max(picture.width, picture.height)))
      if (jpeg.size <= MAX_BYTES) return jpeg
    }
    return undefined
  } finally {
    picture.close()
  }
}

function shrink(picture: ImageBitmap, scale: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2D canvas in this browser')
  // What a PNG leaves open is paper.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY })
}
