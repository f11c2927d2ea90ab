import type { WebContents } from 'electron'
import type { Printer } from '../app/app.ts'
import type { DeskPrinter } from '../hosts/host-options.ts'

/** Electron measures paper in micrometres; a roll is as long as a receipt and is cut by the printer. */
const PAGE_SIZE = { a4: 'A4', '80mm': { width: 80_000, height: 220_000 } } as const

/** A printer that takes too long counts as broken: nobody waits at the desk for it. */
const ANSWER_MS = 10_000

/**
 * Prints without a dialog where the desk's settings ask for it. The page to print is named once its window is open.
 * @returns `printer` without `print` where the page shall call the system's dialog itself
 */
export function createPagePrinter(desk: DeskPrinter): {
  readonly printer: Printer
  readonly attach: (page: WebContents) => void
} {
  let page: WebContents | undefined
  const print = () =>
    new Promise<boolean>((resolve) => {
      if (page === undefined) return resolve(false)
      setTimeout(() => resolve(false), ANSWER_MS).unref()
      page.print(
        {
          silent: true,
          printBackground: true,
          // The sheet's own margins (ui/base.css).
          margins: { marginType: 'default' },
          pageSize: PAGE_SIZE[desk.paper],
          ...(desk.name === undefined ? {} : { deviceName: desk.name }),
        },
        (success) => resolve(success),
      )
    })
  return {
    printer: { paper: desk.paper, silent: desk.silent, ...(desk.silent ? { print } : {}) },
    attach: (opened) => {
      page = opened
    },
  }
}
