import { useEffect, useState } from 'react'
import { ACCESS_FIELDS, type HeldAccess, isChoosable, namedAccess } from '#shared/domain/services/index.ts'
import type { FormValues } from '#shared/domain/submission/payload.ts'
import { useStep } from '../step/index.ts'

/** What the screen shows of the person's accesses; without a list the fields are typed, and the reason is said. */
export type Held =
  | { readonly kind: 'asking' | 'none' | 'offline' | 'unproven' | 'untold' }
  | { readonly kind: 'list'; readonly accesses: readonly HeldAccess[] }

/** Asks once when the step is entered; when the network comes back meanwhile, the core asks by itself. */
export function useHeldAccesses(): Held {
  const { snapshot, online, call } = useStep()
  const { accesses, checks, service } = snapshot
  const isProven = checks['phone-code'] === 'passed' && checks['email-code'] === 'passed'
  const [asking, setAsking] = useState(online && isProven && accesses === null)

  useEffect(() => {
    if (asking) void call('visit.checkAccesses', {}).then(() => setAsking(false))
  }, [asking, call])

  if (accesses !== null) {
    const choosable = accesses.filter((access) => isChoosable(service, access))
    return choosable.length > 0 ? { kind: 'list', accesses: choosable } : { kind: 'none' }
  }
  if (!online) return { kind: 'offline' }
  if (!isProven) return { kind: 'unproven' }
  return { kind: asking ? 'asking' : 'untold' }
}

/** The card that stands for an access that is in no list. */
export const OTHER = 'lain'

/** Which card is marked, by what the fields say now, and what a press on one does. */
export function useChosenAccess(accesses: readonly HeldAccess[]) {
  const { snapshot, fields, value, text, keep, call, showFailure, showIssues } = useStep()
  const [isOther, setOther] = useState(false)
  const values: FormValues = Object.fromEntries(
    ACCESS_FIELDS.flatMap((id) => {
      const now = value(id)
      return now === undefined ? [] : [[id, now]]
    }),
  )
  const named = namedAccess(snapshot.service, accesses, values)
  const isTyped = isOther || fields.some(({ id }) => text(id) !== '')

  return {
    chosen: named?.id ?? (isTyped ? OTHER : null),
    choose: async (id: string) => {
      setOther(id === OTHER)
      showIssues([])
      // What was typed before must not stand over what is filled in now.
      if (!(await keep())) return
      const answer = await call('visit.chooseAccess', { id: id === OTHER ? null : id })
      if (!answer.ok) showFailure(answer.error)
    },
  }
}
