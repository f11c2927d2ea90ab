/** Which of the three layouts fits (interface specification §3, Grid). */
export type Layout = 'wide' | 'narrow' | 'portrait'

export type Scale = { readonly px: number; readonly layout: Layout }

/** Smallest and largest u that stay readable and on the glass. */
const MIN_PX = 0.6
const MAX_PX = 2.5

/**
 * How many CSS pixels one u is, from the window's size alone: 1 on 1920×1080, 0.83 on 1366×768
 * (interface specification §3). The admin's calibration with a real KTP replaces it later.
 */
export function scaleFor(width: number, height: number): Scale {
  const portrait = height > width
  const px = portrait
    ? Math.min(width / 1080, height / 1500)
    : width >= 1920
      ? Math.min(width / 1920, height / 1000)
      : Math.min(1, width / 1646, height / 925)
  const clamped = Math.min(MAX_PX, Math.max(MIN_PX, px))
  const layout = portrait ? 'portrait' : width / clamped >= 1600 ? 'wide' : 'narrow'
  return { px: clamped, layout }
}

/** Writes the scale to the page's root now and whenever the window changes. */
export function followWindowSize(root: HTMLElement, page: Window): void {
  const apply = () => {
    const { px, layout } = scaleFor(page.innerWidth, page.innerHeight)
    root.style.setProperty('--u', `${px}px`)
    root.dataset.layout = layout
  }
  apply()
  page.addEventListener('resize', apply)
}
