import { useCallback, useEffect, useState } from 'react'
import type { SubmissionRow } from '#shared/contract/views.ts'
import type { AppError } from '#shared/domain/errors.ts'
import type { SubmissionGroup, SubmissionSort } from '#shared/domain/submission/groups.ts'
import { useCall, useView } from '../../app/state/index.ts'

/** Rows of one page: the list never holds more, whatever the kiosk holds. */
export const PAGE_ROWS = 20
/** Typing is over when no key came for so long. */
const TYPING_MS = 250

/** What the list is narrowed to and how it is sorted. */
export type ListQuery = {
  readonly search: string
  readonly group: SubmissionGroup | 'all'
  readonly sort: SubmissionSort
}
export const FIRST_QUERY: ListQuery = { search: '', group: 'all', sort: 'need' }

export type ListPage = {
  readonly rows: readonly SubmissionRow[] | null
  readonly error: AppError | null
  /** From 1. */
  readonly number: number
  readonly next: (() => void) | undefined
  readonly previous: (() => void) | undefined
}

/** One page of the kiosk's submissions, searched and sorted by the core; asked for again whenever one changed. */
export function usePage(query: ListQuery): ListPage {
  const call = useCall()
  const version = useView((state) => state.submissionsVersion)
  const search = useSettled(query.search, TYPING_MS)
  const { group, sort } = query
  const asked = `${search}|${group}|${sort}`
  // Where every page so far begins: after these rows. Another question begins at its first page.
  const [trail, setTrail] = useState<{ asked: string; after: readonly string[] }>({ asked, after: [] })
  const after = trail.asked === asked ? trail.after : []
  const before = after.at(-1)
  const [answer, setAnswer] = useState<{ rows: readonly SubmissionRow[] | null; error: AppError | null }>({
    rows: null,
    error: null,
  })

  useEffect(() => {
    void version
    let gone = false
    const ask = async () => {
      // One more than is shown: it tells whether there is another page.
      const page = await call('submission.list', {
        limit: PAGE_ROWS + 1,
        sort,
        ...(search ? { search } : {}),
        ...(group === 'all' ? {} : { group }),
        ...(before === undefined ? {} : { before }),
      })
      if (gone) return
      setAnswer((now) =>
        page.ok ? { rows: page.value, error: null } : { rows: now.rows, error: page.error },
      )
    }
    void ask()
    return () => {
      gone = true
    }
  }, [call, version, search, group, sort, before])

  const shown = answer.rows?.slice(0, PAGE_ROWS) ?? null
  const last = shown?.at(-1)?.id
  const hasMore = (answer.rows?.length ?? 0) > PAGE_ROWS && last !== undefined
  const turn = useCallback((to: readonly string[]) => setTrail({ asked, after: to }), [asked])
  return {
    rows: shown,
    error: answer.error,
    number: after.length + 1,
    next: hasMore ? () => turn([...after, last]) : undefined,
    previous: after.length > 0 ? () => turn(after.slice(0, -1)) : undefined,
  }
}

/** A value once it has stood still. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
