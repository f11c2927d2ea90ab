import type { StoreApi } from 'zustand/vanilla'
import type { ViewState } from './state/index.ts'

/** Which of the three layouts fits (interface specification §3, Grid). */
export type Layout = 'wide' | 'narrow' | 'portrait'

export type Scale = { readonly px: number; readonly layout: Layout }

/** Smallest and largest u that stay readable and on the glass. */
const MIN_PX = 0.6
const MAX_PX = 2.5
/** One u on the specification's screen: 102.5 pixels an inch. */
const U_MM = 25.4 / 102.5

/** The largest u at which every screen still fits a window, CSS pixels; also what is assumed of an unmeasured screen. */
export function largestFitting(width: number, height: number): number {
  if (height > width) return Math.min(width / 1080, height / 1500)
  return width >= 1920 ? Math.min(width / 1920, height / 1000) : Math.min(1, width / 1646, height / 925)
}

/**
 * How many CSS pixels one u is. Unmeasured: from the window's size alone, 1 on 1920×1080, 0.83 on 1366×768; measured with
 * a KTP held at the screen: as large as the specification's 21.5" screen shows it, where that fits (interface
 * specification §3).
 * @param pxPerMm CSS pixels per millimetre, or null
 */
export function scaleFor(width: number, height: number, pxPerMm: number | null = null): Scale {
  const fits = largestFitting(width, height)
  const wanted = pxPerMm === null ? fits : Math.min(fits, pxPerMm * U_MM)
  const px = Math.min(MAX_PX, Math.max(MIN_PX, wanted))
  const layout = height > width ? 'portrait' : width / px >= 1600 ? 'wide' : 'narrow'
  return { px, layout }
}

/** How large everything is shown, compared with the specification's screen: 1 is as meant, 0.7 much smaller. */
export const shownSize = (width: number, height: number, pxPerMm: number): number =>
  scaleFor(width, height, pxPerMm).px / (pxPerMm * U_MM)

/** Writes the scale to the page's root now, whenever the window changes, and when the screen has been measured. */
export function followScreen(root: HTMLElement, page: Window, store?: StoreApi<ViewState>): void {
  const measured = () => store?.getState().status?.screen.pxPerMm ?? null
  let used = measured()
  const apply = () => {
    used = measured()
    const { px, layout } = scaleFor(page.innerWidth, page.innerHeight, used)
    root.style.setProperty('--u', `${px}px`)
    root.dataset.layout = layout
  }
  apply()
  page.addEventListener('resize', apply)
  store?.subscribe(() => {
    if (measured() !== used) apply()
  })
}
