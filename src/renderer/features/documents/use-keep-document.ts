import { useState } from 'react'
import { useStep } from '../step/index.ts'

/** Gives a document to the core; what is wrong with it stands beside its name. */
export function useKeepDocument() {
  const { call, showIssues, showFailure } = useStep()
  const [busyKind, setBusyKind] = useState<string>()
  /** @param content base64 */
  const keep = async (kind: string, content: string): Promise<boolean> => {
    setBusyKind(kind)
    showIssues([])
    const answer = await call('visit.keepDocument', { kind, content })
    setBusyKind(undefined)
    if (answer.ok) return true
    if (answer.error.code === 'form') showIssues(answer.error.issues)
    else showFailure(answer.error)
    return false
  }
  return { keep, busyKind }
}
