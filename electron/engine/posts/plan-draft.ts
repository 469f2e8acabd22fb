import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { isPostEditable, postStatus } from '../../../shared/posts/post-status.ts'
import type { PostSchedule } from '../../../shared/posts/post.ts'
import { chosenMoment, resolveLocalTime } from '../../../shared/schedule/local-time.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { PostsRepository } from './posts-repository.ts'

export interface PlanNeeds {
  readonly context: WorkspaceContext
  readonly repository: PostsRepository
  readonly outbox: Pick<OutboxService, 'jobsOfPost'>
}

/** Gives a draft another plan, or none, in one transaction; no job is made. */
export function planDraft({ context, repository, outbox }: PlanNeeds, input: { postId: string; plannedFor: string | null; plansSecond?: boolean | undefined }): Result<null> {
  return context.database.transaction((): Result<null> => {
    const post = repository.read(input.postId)
    if (post === null) return fail(studioError('not_found', 'no such post in this workspace'))
    const jobs = outbox.jobsOfPost(post.id)
    const isDraft = isPostEditable(jobs) && postStatus(post.targets.map((target) => target.accountId), jobs) === 'draft'
    if (!isDraft) return fail(studioError('post_not_editable', 'only drafts can be planned'))
    const plan = planOf(input, context.workspace().timeZone)
    if (!plan.ok) return plan
    repository.setSchedule(post.id, plan.value)
    return succeed(null)
  }).immediate()
}

/** The moment that a plan's wall-clock time means in the zone; a gap is moved forward as for a schedule, and what is over is kept: it was meant. */
export function planOf({ plannedFor, plansSecond = false }: { readonly plannedFor: string | null; readonly plansSecond?: boolean | undefined }, timeZone: string): Result<PostSchedule | null> {
  if (plannedFor === null) return succeed(null)
  const resolved = resolveLocalTime(plannedFor, timeZone)
  if (resolved.kind === 'unreadable') return fail(studioError('invalid_input', 'there is no such date or time zone', { details: { localDateTime: plannedFor, timeZone } }))
  return succeed({ localDateTime: resolved.localDateTime, timeZone, dueAt: chosenMoment(resolved, plansSecond) })
}
