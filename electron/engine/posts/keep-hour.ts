import { toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { PostsRepository } from './posts-repository.ts'

export interface HourNeeds {
  readonly context: WorkspaceContext
  readonly repository: Pick<PostsRepository, 'read' | 'setSchedule'>
  readonly outbox: Pick<OutboxService, 'hourOf'>
}

/** Inside the caller's transaction, after an account of the post has another hour, or has come to its end: the post stands where the first of the others goes. */
export function keepHour({ context, repository, outbox }: HourNeeds, postId: string): void {
  const at = outbox.hourOf(postId)
  const before = repository.read(postId)?.schedule ?? null
  if (at === null || before?.dueAt === at) return
  const timeZone = before?.timeZone ?? context.workspace().timeZone
  repository.setSchedule(postId, { localDateTime: toLocalDateTime(at, timeZone), timeZone, dueAt: at })
}
