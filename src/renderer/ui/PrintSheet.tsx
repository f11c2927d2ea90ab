import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/**
 * What `window.print()` puts on paper while this is mounted: everything else is left out
 * (base.css). Nothing in it is seen on the screen.
 */
export function PrintSheet({ children }: { readonly children: ReactNode }) {
  return createPortal(<div className="print-sheet">{children}</div>, document.body)
}
