import { useEffect, useState } from 'react'
import type { SubmissionDetail } from '#shared/contract/views.ts'
import type { AppError } from '#shared/domain/errors.ts'
import { useCall, useView } from '../../app/state/index.ts'

/** One submission as it stands now; asked for again whenever one changed. */
export function useDetail(id: string): {
  readonly detail: SubmissionDetail | null
  readonly error: AppError | null
} {
  const call = useCall()
  const version = useView((state) => state.submissionsVersion)
  const [answer, setAnswer] = useState<{ detail: SubmissionDetail | null; error: AppError | null }>({
    detail: null,
    error: null,
  })
  useEffect(() => {
    void version
    let gone = false
    void call('submission.detail', { id }).then((got) => {
      if (gone) return
      setAnswer((now) => (got.ok ? { detail: got.value, error: null } : { ...now, error: got.error }))
    })
    return () => {
      gone = true
    }
  }, [call, id, version])
  return answer
}
