import { LEGIBLE_LONG_SIDE, MAX_DOCUMENT_BYTES, type PageTurn } from '#shared/domain/forms/index.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import { type Picture, readHeader, shrinkJpeg, uprightJpeg } from '../pictures/index.ts'
import type { InspectedDocument } from './inspect.ts'

/** One photographed page, and degrees clockwise that it is shown turned. */
export type Page = Picture & { readonly turn: PageTurn }

/** Long side of A4 in points of 1/72 inch (ISO 216: 297 mm). */
const A4_LONG_SIDE = 841.89

/**
 * Takes in one page: a JPEG or PNG by its content, upright, below the limit of a whole document.
 * @returns `page-too-large` when it would have to become illegible
 */
export async function inspectPage(
  bytes: Uint8Array,
): Promise<Result<Page, 'unknown' | 'damaged' | 'too-large' | 'page-too-large'>> {
  const header = readHeader(bytes)
  if (header?.format !== 'jpeg' && header?.format !== 'png') return err('unknown')
  const picture = await uprightJpeg(bytes)
  if (!picture.ok) return err(picture.error === 'too-large' ? 'too-large' : 'damaged')
  const fitting = await shrinkJpeg(picture.value, MAX_DOCUMENT_BYTES, LEGIBLE_LONG_SIDE)
  return fitting ? ok({ ...fitting, turn: 0 }) : err('page-too-large')
}

/**
 * Binds pages into one document below the limit: a single upright page stays the JPEG that it is, everything else becomes a
 * PDF. Turning costs no quality; pages are shrunk only when they do not fit together.
 * @param at written into the PDF as its date
 * @returns `pages-too-large` when they would have to become illegible
 */
export async function bindPages(
  pages: readonly Page[],
  at: Date,
): Promise<Result<InspectedDocument, 'pages-too-large'>> {
  const [only] = pages
  if (only && pages.length === 1 && only.turn === 0) return ok({ media: 'image/jpeg', bytes: only.jpeg })
  const pdf = await toPdf(pages, at)
  if (pdf.length <= MAX_DOCUMENT_BYTES) return ok({ media: 'application/pdf', bytes: pdf })
  const besidePictures = pdf.length - sizeOf(pages)
  const smaller = await shrinkTogether(pages, MAX_DOCUMENT_BYTES - besidePictures)
  if (!smaller) return err('pages-too-large')
  const bound = await toPdf(smaller, at)
  return bound.length <= MAX_DOCUMENT_BYTES
    ? ok({ media: 'application/pdf', bytes: bound })
    : err('pages-too-large')
}

const sizeOf = (pages: readonly Page[]): number => pages.reduce((sum, { jpeg }) => sum + jpeg.length, 0)

/** Every page gets room by its size; what one leaves over is for those after it. */
async function shrinkTogether(pages: readonly Page[], room: number): Promise<Page[] | undefined> {
  const smaller: Page[] = []
  let [roomLeft, bytesLeft] = [room, sizeOf(pages)]
  for (const page of pages) {
    const share = Math.floor((roomLeft * page.jpeg.length) / bytesLeft)
    const picture = await shrinkJpeg(page, share, LEGIBLE_LONG_SIDE)
    if (!picture) return undefined
    smaller.push({ ...picture, turn: page.turn })
    roomLeft -= picture.jpeg.length
    bytesLeft -= page.jpeg.length
  }
  return smaller
}

async function toPdf(pages: readonly Page[], at: Date): Promise<Uint8Array> {
  // Loaded when it is needed: it would make the start slower.
  const { PDFDocument, degrees } = await import('@cantoo/pdf-lib')
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setCreationDate(at)
  for (const { jpeg, width, height, turn } of pages) {
    const points = A4_LONG_SIDE / Math.max(width, height)
    const size = { width: width * points, height: height * points }
    const page = pdf.addPage([size.width, size.height])
    page.drawImage(await pdf.embedJpg(jpeg), { x: 0, y: 0, ...size })
    page.setRotation(degrees(turn))
  }
  return pdf.save()
}
