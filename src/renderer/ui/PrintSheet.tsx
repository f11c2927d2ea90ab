import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useFrame } from './frame.ts'

/**
 * What printing puts on paper while this is mounted: everything else is left out (base.css), and it is laid out for the
 * desk's paper, A4 or a roll of 80 mm. Nothing in it is seen on the screen.
 */
export function PrintSheet({ children }: { readonly children: ReactNode }) {
  const { paper } = useFrame()
  return createPortal(
    <div className="print-sheet" data-paper={paper}>
      {children}
    </div>,
    document.body,
  )
}
