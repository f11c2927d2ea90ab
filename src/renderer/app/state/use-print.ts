import { useCallback, useState } from 'react'
import { useCall } from './hooks.tsx'

/** What became of a print: the host's printer has it, the system's own printing was called, or the printer did not take it. */
export type Printed = 'printed' | 'asked' | 'failed'

/**
 * Prints the `PrintSheet` that is mounted: silently where the host can, otherwise by the browser. Never throws and never
 * holds up a visit: paper is a convenience, the number on the screen is the receipt.
 */
export function usePrint(): () => Promise<Printed> {
  const call = useCall()
  return useCallback(async () => {
    const answer = await call('app.print', {})
    if (answer.ok && answer.value.by === 'host') return 'printed'
    if (answer.ok && answer.value.by === 'failed') return 'failed'
    try {
      window.print()
      return 'asked'
    } catch {
      return 'failed'
    }
  }, [call])
}

/** The same for a button: whether the printer did not take the sheet stands in `unprinted` until it is tried again. */
export function usePrintButton(): { readonly print: () => void; readonly unprinted: boolean } {
  const print = usePrint()
  const [unprinted, setUnprinted] = useState(false)
  return {
    print: () => void print().then((result) => setUnprinted(result === 'failed')),
    unprinted,
  }
}
