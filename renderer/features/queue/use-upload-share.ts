import { useEffect, useState } from 'react'
import { studio } from '../../bridge/studio-client.ts'

/** How much of a job's files is on its way, 0 to 1; null while nothing of it is handed over. */
export function useUploadShare(jobId: string): number | null {
  const [news, setNews] = useState<{ readonly jobId: string; readonly share: number | null } | null>(null)
  useEffect(
    () =>
      studio.on('outbox.uploading', (heard) => {
        if (heard.jobId === jobId) setNews(heard)
      }),
    [jobId]
  )
  return news?.jobId === jobId ? news.share : null
}
