import { excerptOf } from '../../../shared/posts/excerpt.ts'
import type { PartsLeft } from '../../../shared/posts/parts-left.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { PostRecord } from './post-record.ts'
import type { JobIds } from './posts-service.ts'

export interface PartsNeeds {
  readonly context: Pick<WorkspaceContext, 'random'>
  readonly outbox: Pick<OutboxService, 'enqueue'>
}

export interface PartsOfTarget {
  readonly post: Pick<PostRecord, 'id' | 'title'>
  readonly accountId: string
  readonly left: PartsLeft
  readonly dueAt: number
  readonly isPlanned: boolean
  readonly jobIds: JobIds | undefined
  /** Of the whole post. */
  readonly contentHash: string
}

/**
 * From here on each job carries its own copy: text as it was counted, images, alt texts, and a key of its own. The parts of a thread form a chain, each
 * after the job of the one before it.
 */
export function enqueueParts({ context, outbox }: PartsNeeds, { post, accountId, left, dueAt, isPlanned, jobIds, contentHash }: PartsOfTarget): void {
  const of = left.parts.at(-1)?.number ?? 1
  let { afterJobId } = left
  for (const { number, document, media } of left.parts) {
    const text = documentToText(document)
    const job = outbox.enqueue({
      ...(jobIds?.(accountId, number) ?? { id: context.random.id() }),
      kind: 'publish_post',
      accountId,
      postId: post.id,
      conversationId: null,
      itemId: null,
      payload: { effect: 'create', title: post.title, text, document, media: media.map((item) => ({ ...item })), replyTo: null, audience: 'public', contentHash },
      excerpt: excerptOf(number === 1 ? post.title : '', text),
      dueAt,
      isPlanned,
      ...(of === 1 ? {} : { thread: { place: { number, of }, afterJobId } })
    })
    afterJobId = job.id
  }
}
