import { useEffect, useState } from 'react'
import { jpegFile, useStep } from '../step/index.ts'

/** The picture of a photographed page; undefined while it is fetched. Forgotten when the screen is left. */
export function usePage(id: number | undefined): Blob | undefined {
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
  return page?.id === id ? page?.file : undefined
}
