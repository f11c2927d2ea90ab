import { useRef, useState } from 'react'
import type { VisitSnapshot } from '#shared/contract/views.ts'
import type { Answer, AppError } from '#shared/domain/errors.ts'
import type { PageTurn } from '#shared/domain/forms/index.ts'
import { useQueue, useStep } from '../step/index.ts'
import type { PageChange } from './page-order.ts'

type Content = string | Blob
type Given = Answer<VisitSnapshot>

/**
 * Gives documents and their pages to the core, one change after the other; what is wrong with one stands beside its name.
 * Contents are base64. Everything answers the visit as it is then; undefined when nothing was taken.
 */
export function useKeepDocument() {
  const { call, snapshot, showIssues, showFailure } = useStep()
  const [busyKind, setBusyKind] = useState<string>()
  const inTurn = useQueue()
  const latest = useRef(snapshot)
  latest.current = snapshot

  const tell = (error: AppError) => (error.code === 'form' ? showIssues(error.issues) : showFailure(error))

  const work = (kind: string, changes: () => Promise<readonly Given[]>): Promise<VisitSnapshot | undefined> =>
    inTurn(async () => {
      setBusyKind(kind)
      showIssues([])
      const answers = await changes()
      setBusyKind(undefined)
      const refused = answers.find((answer) => !answer.ok)
      if (refused && !refused.ok) tell(refused.error)
      const taken = answers.findLast((answer) => answer.ok)
      if (!taken?.ok) return undefined
      latest.current = taken.value
      return taken.value
    })

  const keepNow = (kind: string, content: Content, turn: PageTurn) =>
    call('visit.keepDocument', { kind, content, turn })
  const addNow = (kind: string, content: Content, turn: PageTurn, replaces?: number) =>
    call('visit.addPage', { kind, content, turn, ...(replaces === undefined ? {} : { replaces }) })

  return {
    busyKind,
    /** A document of its own: one PDF, or pictures of its pages. One that is refused does not keep out those behind it. */
    keep: (kind: string, contents: readonly Content[], turn: PageTurn = 0) =>
      work(kind, async () => {
        const answers: Given[] = []
        for (const content of contents) {
          const isFirst = !answers.some(({ ok }) => ok)
          answers.push(await (isFirst ? keepNow(kind, content, turn) : addNow(kind, content, turn)))
        }
        return answers
      }),
    /** More pages behind those that are there. */
    addPages: (kind: string, contents: readonly Content[], turn: PageTurn = 0) =>
      work(kind, async () => {
        const answers: Given[] = []
        for (const content of contents) answers.push(await addNow(kind, content, turn))
        return answers
      }),
    /** Another picture of the page `replaces`. */
    retake: (kind: string, content: Content, turn: PageTurn, replaces: number) =>
      work(kind, async () => [await addNow(kind, content, turn, replaces)]),
    arrange: (kind: string, change: PageChange) =>
      work(kind, async () => {
        const pages = change(latest.current.documents[kind]?.pages ?? [])
        return [
          await call('visit.arrangePages', { kind, pages: pages.map(({ id, turn }) => ({ id, turn })) }),
        ]
      }),
  }
}
