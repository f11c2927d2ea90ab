import { useEffect, useState } from 'react'
import { jpegFile, useFileUrl, useStep } from '../step/index.ts'

/** Address of a photographed page, for an `img`; undefined while it is fetched. Forgotten when the screen is left. */
export function usePage(id: number | undefined): string | undefined {
  const { call } = useStep()
  const [page, setPage] = useState<{ readonly id: number; readonly file: Blob }>()
  useEffect(() => {
    let left = false
    if (id === undefined) return
    void call('visit.page', { id }).then((answer) => {
      if (!left && answer.ok) setPage({ id, file: jpegFile(answer.value.jpeg) })
    })
    return () => {
      left = true
    }
  }, [call, id])
  return useFileUrl(page?.id === id ? page?.file : undefined)
}
