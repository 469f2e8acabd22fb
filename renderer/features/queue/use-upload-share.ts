import { useEffect, useState } from 'react'
import { studio } from '../../bridge/studio-client.ts'

/** How much of a job's files is on its way, 0 to 1; null while nothing of it is handed over. */
export function useUploadShare(jobId: string): number | null {
  const [share, setShare] = useState<number | null>(null)
  useEffect(() => {
    setShare(null)
    return studio.on('outbox.uploading', (news) => {
      if (news.jobId === jobId) setShare(news.share)
    })
  }, [jobId])
  return share
}
