import { useState } from 'react'
import type { VisitSnapshot } from '#shared/contract/views.ts'
import type { Answer } from '#shared/domain/errors.ts'
import type { PageTurn } from '#shared/domain/forms/index.ts'
import { useStep } from '../step/index.ts'

/** Pages in the order and the turns that they shall have. */
export type PageOrder = { readonly id: number; readonly turn: PageTurn }[]

/** Gives documents and their pages to the core; what is wrong with one stands beside its name. Contents are base64. */
export function useKeepDocument() {
  const { call, showIssues, showFailure } = useStep()
  const [busyKind, setBusyKind] = useState<string>()

  /** @returns the visit as it is then; undefined when it was refused */
  const tell = async (
    kind: string,
    asked: Promise<Answer<VisitSnapshot>>,
  ): Promise<VisitSnapshot | undefined> => {
    setBusyKind(kind)
    showIssues([])
    const answer = await asked
    setBusyKind(undefined)
    if (answer.ok) return answer.value
    if (answer.error.code === 'form') showIssues(answer.error.issues)
    else showFailure(answer.error)
    return undefined
  }
  return {
    busyKind,
    /** A PDF, or the first page of a document. */
    keep: (kind: string, content: string | Blob) => tell(kind, call('visit.keepDocument', { kind, content })),
    /** One more page, or another picture of the page `replaces`. */
    addPage: (kind: string, content: string | Blob, replaces?: number) =>
      tell(kind, call('visit.addPage', { kind, content, ...(replaces === undefined ? {} : { replaces }) })),
    arrange: (kind: string, pages: PageOrder) => tell(kind, call('visit.arrangePages', { kind, pages })),
  }
}
