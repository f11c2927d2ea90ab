import { ChevronDown } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { useText } from '../i18n/index.ts'

/** Rest of a text that may be hidden before it is worth a button, CSS pixels: a field without its lower edge looks broken. */
const WORTH_SHOWING = 1
/** One press shows most of a screenful more; the last line seen stays in sight. */
const SHARE_OF_SCREEN = 0.75

type ScrollMore = {
  /** Whether anything can be out of sight at all. */
  readonly scrolls: boolean
  /** The button; left out when everything below is in sight. */
  readonly more?: { readonly label: string; readonly icon: ReactNode; readonly onPress: () => void }
}

/**
 * "Lihat berikutnya": where a page or a dialog scrolls (few do, all may with large text), says that there is more and
 * shows it. It stands beside the other buttons, where it covers nothing.
 * @param page what scrolls
 */
export function useScrollMore(page: RefObject<HTMLElement | null>): ScrollMore {
  const { t } = useText()
  const [scrolls, setScrolls] = useState(false)
  const [more, setMore] = useState(false)

  useEffect(() => {
    const { current } = page
    if (!current) return
    const look = () => {
      const empty = Number.parseFloat(getComputedStyle(current).paddingBottom)
      const hidden = current.scrollHeight - current.clientHeight - empty
      setScrolls(hidden > WORTH_SHOWING)
      setMore(hidden - current.scrollTop > WORTH_SHOWING)
    }
    look()
    current.addEventListener('scroll', look, { passive: true })
    const sizes = new ResizeObserver(look)
    sizes.observe(current)
    for (const child of current.children) sizes.observe(child)
    return () => {
      current.removeEventListener('scroll', look)
      sizes.disconnect()
    }
  }, [page])

  if (!more) return { scrolls }
  return {
    scrolls,
    more: {
      label: t('btn.Lihat berikutnya'),
      icon: <ChevronDown aria-hidden="true" />,
      onPress: () =>
        page.current?.scrollBy({ top: page.current.clientHeight * SHARE_OF_SCREEN, behavior: 'smooth' }),
    },
  }
}
