import { ChevronDown } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import { useText } from '../../i18n/index.ts'
import type { ScreenAction } from '../../ui/index.ts'

/** Rest of a text that may be hidden before it is worth a button, CSS pixels: a line that is cut through is worth one. */
const WORTH_SHOWING = 4
/** The page, or a text of its own in a dialog. */
const SCROLLS = '[data-scrolls], main'
/** One press shows most of a screenful more; the last line seen stays in sight. */
const SHARE_OF_SCREEN = 0.75

/**
 * "Lihat berikutnya": where a page scrolls (few do, all may with large text), says that there is more and shows it.
 * It stands in the footer, where it covers nothing.
 * @param inside any element of what scrolls: the page, or a text that says so (`data-scrolls`)
 * @returns undefined when everything is in sight
 */
export function useScrollMore(inside: RefObject<HTMLElement | null>): ScreenAction | undefined {
  const { t } = useText()
  const [more, setMore] = useState(false)

  useEffect(() => {
    const page = inside.current?.closest<HTMLElement>(SCROLLS)
    if (!page) return
    const look = () => {
      const empty = Number.parseFloat(getComputedStyle(page).paddingBottom)
      setMore(page.scrollHeight - page.clientHeight - page.scrollTop - empty > WORTH_SHOWING)
    }
    look()
    page.addEventListener('scroll', look, { passive: true })
    const sizes = new ResizeObserver(look)
    sizes.observe(page)
    for (const child of page.children) sizes.observe(child)
    return () => {
      page.removeEventListener('scroll', look)
      sizes.disconnect()
    }
  }, [inside])

  if (!more) return undefined
  return {
    label: t('btn.Lihat berikutnya'),
    icon: <ChevronDown aria-hidden="true" />,
    onPress: () => {
      const page = inside.current?.closest<HTMLElement>(SCROLLS)
      page?.scrollBy({ top: page.clientHeight * SHARE_OF_SCREEN, behavior: 'smooth' })
    },
  }
}
