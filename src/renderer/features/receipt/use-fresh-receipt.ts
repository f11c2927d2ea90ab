import { useEffect, useState } from 'react'
import type { ReceiptView } from '#shared/contract/views.ts'
import { useCall, useView } from '../../app/state/index.ts'

/** How far back the receipt's own row can be while it is on the screen. */
const RECENT = 20

/** The receipt as it was handed over, brought up to date whenever the core says that submissions changed. */
export function useFreshReceipt(first: ReceiptView | null): ReceiptView | null {
  const call = useCall()
  const version = useView((state) => state.submissionsVersion)
  const [fresh, setFresh] = useState<ReceiptView | null>(null)
  const reference = first?.reference

  useEffect(() => {
    if (!reference || version === 0) return
    let gone = false
    const ask = async () => {
      const list = await call('submission.list', { limit: RECENT })
      const row = list.ok ? list.value.find((each) => each.reference === reference) : undefined
      if (!row) return
      const answer = await call('submission.receipt', { id: row.id })
      if (answer.ok && !gone) setFresh(answer.value)
    }
    void ask()
    return () => {
      gone = true
    }
  }, [call, reference, version])

  return fresh?.reference === reference ? fresh : first
}
