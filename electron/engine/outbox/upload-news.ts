import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { JobRecord } from './job-record.ts'

/** Between two words to the page, ms. */
const every = 400

export interface UploadNews {
  /** So much of so much is on its way; called as often as an adapter likes. */
  tell(sentBytes: number, totalBytes: number): void
  /** The attempt is over. */
  end(): void
}

/** Tells the page how far an upload is, and whoever waits for it that it moves. Only more bytes than before are a movement. */
export function createUploadNews(context: Pick<WorkspaceContext, 'clock' | 'emit' | 'workspace'>, job: Pick<JobRecord, 'id' | 'postId'>, onMove: () => void): UploadNews {
  let most = -1
  let toldAt = Number.NEGATIVE_INFINITY
  let isOver = false
  const say = (share: number | null): void => context.emit('outbox.uploading', { workspaceId: context.workspace().id, jobId: job.id, postId: job.postId, share })
  return {
    tell(sentBytes, totalBytes) {
      if (isOver || sentBytes <= most || totalBytes <= 0) return
      most = sentBytes
      onMove()
      const now = context.clock.now()
      if (now - toldAt < every && sentBytes < totalBytes) return
      toldAt = now
      say(Math.min(1, sentBytes / totalBytes))
    },
    end() {
      isOver = true
      if (most >= 0) say(null)
    }
  }
}
