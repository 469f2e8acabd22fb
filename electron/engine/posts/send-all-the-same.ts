import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import type { Approvals } from '../safety/approvals.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { contentOf } from './post-record.ts'
import type { PostsRepository } from './posts-repository.ts'

export interface SendAllTheSameNeeds {
  readonly context: Pick<WorkspaceContext, 'database'>
  readonly repository: Pick<PostsRepository, 'read'>
  readonly outbox: Pick<OutboxService, 'goAllTheSame'>
  readonly approvals: Pick<Approvals, 'sendAnyway' | 'takeOn'>
}

/** One transaction: the decision is written down with the post, told in the story of each job, and what was held for the client's no goes. */
export function sendAllTheSame({ context, repository, outbox, approvals }: SendAllTheSameNeeds, postId: string): Result<null> {
  return context.database.transaction((): Result<null> => {
    const record = repository.read(postId)
    if (record === null) return fail(studioError('not_found', 'no such post in this workspace'))
    const decided = approvals.sendAnyway(postId, contentOf(record))
    if (!decided.ok) return decided
    outbox.goAllTheSame(postId, { isNews: decided.value === 'decided' })
    return succeed(null)
  }).immediate()
}

/** The words are others than those that the client refused, and somebody here answers for them: written down, and told when it is scheduled. */
export function takeOn({ context, repository, approvals }: Pick<SendAllTheSameNeeds, 'context' | 'repository' | 'approvals'>, postId: string): Result<null> {
  return context.database.transaction((): Result<null> => {
    const record = repository.read(postId)
    if (record === null) return fail(studioError('not_found', 'no such post in this workspace'))
    const decided = approvals.takeOn(postId, contentOf(record))
    return decided.ok ? succeed(null) : decided
  }).immediate()
}
