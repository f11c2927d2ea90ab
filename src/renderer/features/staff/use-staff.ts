import { useCallback, useEffect, useState } from 'react'
import type { StaffChoice } from '#shared/contract/views.ts'
import { useCall } from '../../app/state/index.ts'

/** The people who may open a shift, and how to ask again. Null until the core has answered. */
export function useStaff(): { readonly staff: readonly StaffChoice[] | null; readonly reload: () => void } {
  const call = useCall()
  const [staff, setStaff] = useState<readonly StaffChoice[] | null>(null)
  const reload = useCallback(() => {
    void call('staff.choices', {}).then((answer) => {
      if (answer.ok) setStaff(answer.value)
    })
  }, [call])
  useEffect(reload, [reload])
  return { staff, reload }
}
