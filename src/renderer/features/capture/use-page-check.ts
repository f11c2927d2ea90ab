import { useEffect, useState } from 'react'
import type { PageVerdict } from './checks/page-check.ts'

/** What a photographed page is clearly like, looked at in a worker; undefined until then, and where it cannot be looked at. */
export function usePageCheck(page: Blob | undefined): PageVerdict | undefined {
  const [judged, setJudged] = useState<{ readonly page: Blob; readonly verdict: PageVerdict }>()
  useEffect(() => {
    if (!page) return
    const worker = new Worker(new URL('./page-check.worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<PageVerdict>) =>
      setJudged({ page, verdict: data }),
    )
    worker.postMessage(page)
    return () => worker.terminate()
  }, [page])
  return judged?.page === page ? judged?.verdict : undefined
}
