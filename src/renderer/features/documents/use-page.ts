import { useEffect, useState } from 'react'
import type { PhotoData } from '#shared/contract/views.ts'
import { useStep } from '../step/index.ts'

/** A photographed page; undefined while it is fetched. Forgotten when the screen is left. */
export function usePage(id: number | undefined): PhotoData | undefined {
  const { call } = useStep()
  const [page, setPage] = useState<{ readonly id: number; readonly photo: PhotoData }>()
  useEffect(() => {
    let left = false
    if (id === undefined) return
    void call('visit.page', { id }).then((answer) => {
      if (!left && answer.ok) setPage({ id, photo: answer.value })
    })
    return () => {
      left = true
    }
  }, [call, id])
  return page?.id === id ? page?.photo : undefined
}
