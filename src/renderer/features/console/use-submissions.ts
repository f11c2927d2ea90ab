import { useCallback, useEffect, useState } from 'react'
import type { SubmissionRow } from '#shared/contract/views.ts'
import type { AppError } from '#shared/domain/errors.ts'
import { useCall, useView } from '../../app/state/index.ts'
import { needsMe } from './find-rows.ts'

const PAGE = 50

/** Needs-me first, then oldest (interface specification §5). */
export function inWorkingOrder(rows: readonly SubmissionRow[]): SubmissionRow[] {
  const rank = (row: SubmissionRow) => (needsMe(row) ? 0 : 1)
  return rows.toSorted((a, b) => rank(a) - rank(b) || a.submittedAt.localeCompare(b.submittedAt))
}

export type Submissions = {
  readonly rows: readonly SubmissionRow[] | null
  readonly error: AppError | null
  readonly hasMore: boolean
  readonly more: () => void
}

/** The kiosk's submissions, newest pages first from the core; asked for again whenever one changed. */
export function useSubmissions(): Submissions {
  const call = useCall()
  const version = useView((state) => state.submissionsVersion)
  const [wanted, setWanted] = useState(PAGE)
  const [rows, setRows] = useState<readonly SubmissionRow[] | null>(null)
  const [error, setError] = useState<AppError | null>(null)

  useEffect(() => {
    void version
    let gone = false
    const ask = async () => {
      const all: SubmissionRow[] = []
      while (all.length < wanted) {
        const before = all.at(-1)?.id
        const answer = await call('submission.list', { limit: PAGE, ...(before ? { before } : {}) })
        if (gone) return
        if (!answer.ok) return setError(answer.error)
        all.push(...answer.value)
        if (answer.value.length < PAGE) break
      }
      setRows(all)
      setError(null)
    }
    void ask()
    return () => {
      gone = true
    }
  }, [call, version, wanted])

  const more = useCallback(() => setWanted((count) => count + PAGE), [])
  return { rows, error, hasMore: (rows?.length ?? 0) >= wanted, more }
}
