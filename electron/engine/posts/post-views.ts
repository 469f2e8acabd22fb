import type { Job } from '../../../shared/outbox/job.ts'
import { postStatus } from '../../../shared/posts/post-status.ts'
import type { Post, PostSummary } from '../../../shared/posts/post.ts'
import type { PostOutline, PostRecord } from './post-record.ts'

export function postOf(record: PostRecord, jobs: readonly Job[]): Post {
  const { id, title, document, targets, media, origin, schedule, createdAt, updatedAt, publishedAt, revision } = record
  const status = postStatus(targets.map((target) => target.accountId), jobs)
  return { id, title, document, targets, media, status, origin, schedule, createdAt, updatedAt, publishedAt, revision }
}

export function summaryOf(outline: PostOutline, jobs: readonly Job[]): PostSummary {
  const { id, excerpt, accountIds, mediaIds, schedule, publishedAt, updatedAt } = outline
  return { id, status: postStatus(accountIds, jobs), excerpt, accountIds: [...accountIds], mediaIds: [...mediaIds], schedule, publishedAt, updatedAt }
}
