import type Database from 'better-sqlite3'
import { excerptOf } from '../../../../shared/posts/excerpt.ts'
import { textToDocument } from '../../../../shared/inbox/text-to-document.ts'
import { documentToText } from '../../../../shared/text/document-to-text.ts'
import { createAttemptsRepository } from '../../outbox/attempts-repository.ts'
import type { JobPayload } from '../../outbox/job-payload.ts'
import { createOutboxRepository } from '../../outbox/outbox-repository.ts'
import type { OutboxService } from '../../outbox/outbox-service.ts'
import { textDigest } from '../../outbox/text-digest.ts'
import type { PostRecord } from '../../posts/post-record.ts'
import { createPostsRepository } from '../../posts/posts-repository.ts'
import type { MonthPicture } from './month-data.ts'
import type { PlannedPost } from './plan-month.ts'
import type { PreparedMonth } from './prepare-network.ts'
import type { PracticePlace } from '../practice-places.ts'
import { stableId } from '../../stable-id.ts'

const minuteMs = 60_000
const dayMs = 86_400_000

export interface WritePostsNeeds {
  readonly database: Database.Database
  readonly workspaceId: string
  readonly timeZone: string
  readonly accountId: string
  readonly place: PracticePlace
  readonly outbox: Pick<OutboxService, 'enqueue'>
  readonly month: PreparedMonth
}

/** The business's posts as Vigie keeps them: published ones with their jobs and attempts, planned ones with jobs that will go out, drafts. Call it in a transaction. */
export function writeWorkspacePosts(needs: WritePostsNeeds): { readonly jobIds: readonly string[] } {
  const { plan } = needs.month
  const posts = createPostsRepository(needs.database)
  for (const [index, planned] of plan.published.entries()) {
    const record = recordOf(needs, planned.post, planned, index)
    posts.write(record)
    writePublishedJob(needs, planned, record, index)
  }
  const jobIds = plan.scheduled.map((planned, index) => {
    const record = recordOf(needs, planned.post, planned, index)
    posts.write(record)
    return enqueue(needs, record, planned.at)
  })
  for (const { draft, at } of plan.drafts) posts.write({ ...recordOf(needs, draft, null, 0), createdAt: at - 30 * minuteMs, updatedAt: at })
  return { jobIds }
}

interface Written {
  readonly key: string
  readonly text: string
  readonly picture?: MonthPicture
}

function recordOf({ workspaceId, timeZone, accountId, month }: WritePostsNeeds, post: Written, planned: PlannedPost | null, index: number): PostRecord {
  const document = textToDocument(post.text)
  const isPublished = planned !== null && planned.at < month.madeAt
  // Written one to four days before its time, and never after the month was made.
  const createdAt = planned === null ? month.madeAt : Math.min(planned.at - (1 + (index % 4)) * dayMs + (index % 7) * 17 * minuteMs, month.madeAt - dayMs / 2)
  return {
    id: stableId(workspaceId, `post ${post.key}`),
    revision: 1,
    editorId: null,
    title: '',
    document,
    excerpt: excerptOf('', documentToText(document)),
    origin: { kind: 'practice' },
    schedule: planned === null ? null : { localDateTime: planned.localDateTime, timeZone, dueAt: planned.at },
    targets: [{ accountId, variant: null }],
    media: post.picture === undefined ? [] : [{ mediaId: mediaIdOf(workspaceId, post.picture), altText: post.picture.alt }],
    createdAt,
    updatedAt: createdAt + 20 * minuteMs,
    publishedAt: isPublished ? finishedAt(planned.at, index) : null
  }
}

function mediaIdOf(workspaceId: string, { scene }: MonthPicture): string {
  return stableId(workspaceId, `picture ${scene}`)
}

function payloadOf(record: PostRecord): Extract<JobPayload, { effect: 'create' }> {
  return { effect: 'create', title: '', text: documentToText(record.document), document: record.document, media: record.media.map((item) => ({ ...item })), replyTo: null, audience: 'public' }
}

function enqueue({ workspaceId, outbox, accountId }: WritePostsNeeds, record: PostRecord, dueAt: number): string {
  const id = stableId(workspaceId, `job ${record.id}`)
  outbox.enqueue({ id, kind: 'publish_post', accountId, postId: record.id, conversationId: null, itemId: null, payload: payloadOf(record), excerpt: record.excerpt, dueAt, isPlanned: true })
  return id
}

/** Sending took a moment, a little different each time. */
function finishedAt(at: number, index: number): number {
  return at + 900 + ((index * 313) % 800)
}

function writePublishedJob({ database, workspaceId, accountId, place, month }: WritePostsNeeds, { post, at }: PlannedPost, record: PostRecord, index: number): void {
  const id = stableId(workspaceId, `job ${record.id}`)
  const remoteId = month.written.posts.get(post.key) ?? null
  const payload = payloadOf(record)
  createOutboxRepository(database).insert({
    id,
    kind: 'publish_post',
    state: 'published',
    accountId,
    postId: record.id,
    conversationId: null,
    itemId: null,
    afterJobId: null,
    idempotencyKey: stableId(workspaceId, `key ${record.id}`),
    intentAt: at,
    payload,
    payloadText: JSON.stringify(payload),
    excerpt: record.excerpt,
    isPlanned: true,
    dueAt: at,
    nextAttemptAt: null,
    undoUntil: null, promisedUntil: null, beforeNow: null,
    attempts: 1,
    firstSentAt: at + 120,
    lastSentAt: at + 120,
    looks: 0,
    nones: 0,
    failedLooks: 0,
    awaitsLogin: false,
    pendingToken: null,
    isDoubtful: false,
    handOver: null,
    failure: null,
    remoteId,
    remoteUrl: remoteId === null ? null : `http://${place.name}/@${month.business.handle}/${remoteId}`,
    cancelReason: null,
    textDigest: textDigest(payload.text),
    createdAt: record.updatedAt,
    finishedAt: finishedAt(at, index)
  })
  writeAttempts(database, workspaceId, id, at, index)
}

/** Most went out at once. One was cut off after sending, and found on the network when it was looked for: what the outbox is for. */
function writeAttempts(database: Database.Database, workspaceId: string, jobId: string, at: number, index: number): void {
  const attempts = createAttemptsRepository(database)
  const end = finishedAt(at, index)
  const first = stableId(workspaceId, `attempt 1 ${jobId}`)
  attempts.start({ id: first, jobId, step: 'send', startedAt: at + 120 })
  if (index % 9 !== 4) {
    attempts.end(first, { outcome: 'published', failure: null, endedAt: end })
    return
  }
  attempts.end(first, { outcome: 'unknown', failure: null, endedAt: at + 400 })
  const second = stableId(workspaceId, `attempt 2 ${jobId}`)
  attempts.start({ id: second, jobId, step: 'look_up', startedAt: at + 600 })
  attempts.end(second, { outcome: 'published', failure: null, endedAt: end })
}
