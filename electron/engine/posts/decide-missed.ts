import type { RequestInput, RequestOutput } from '../../../shared/contract/request-map.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { isToMove } from '../../../shared/outbox/is-to-move.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import type { MissedDecision, MissedFate, MissedUndo } from '../../../shared/outbox/missed-decision.ts'
import { keepHour } from './keep-hour.ts'
import { refusalOfRepeats } from './refusal-of-repeats.ts'
import type { ScheduleNeeds } from './schedule-needs.ts'
import { scheduleOf, textsOn } from './schedule-post.ts'

const changedSince = studioError('conflict', 'it is not as it was when the person was asked', { details: { reason: 'changed_since' } })

export type MissedNeeds = Pick<ScheduleNeeds, 'context' | 'repository' | 'outbox' | 'accounts'>

type Input = Pick<RequestInput<'posts.decideMissed'>, 'decisions' | 'isRepeatMeant'>

/** Each by itself and in a transaction of its own: what is refused, and a computer that dies in between, leave the others as decided, and itself as it was. */
export function decideMissed(needs: MissedNeeds, { decisions, isRepeatMeant = false }: Input): RequestOutput<'posts.decideMissed'> {
  const done: string[] = []
  const refused: { jobId: string; error: StudioError }[] = []
  for (const decision of decisions) {
    const { jobId } = decision
    const decided = decideOne(needs, decision, isRepeatMeant)
    if (decided.ok) done.push(jobId)
    else refused.push({ jobId, error: decided.error })
  }
  return { done, refused }
}

function decideOne(needs: MissedNeeds, { jobId, seenDueAt, fate }: MissedDecision, isRepeatMeant: boolean): Result<unknown> {
  const { outbox, context } = needs
  const job = outbox.read(jobId)
  // Sent, given up or moved meanwhile, or nobody knows whether it has left: that is decided where its story is read.
  if (job === null || job.postId === null || job.kind !== 'publish_post' || job.state !== 'missed' || !isToMove(job) || job.dueAt !== seenDueAt) return fail(changedSince)
  const seen = { state: job.state, dueAt: seenDueAt }
  switch (fate.kind) {
    case 'drop':
      return outbox.decide({ jobId, decision: 'drop', seen })
    case 'publish_now':
      return repeatOf(needs, job, context.clock.now(), isRepeatMeant) ?? outbox.decide({ jobId, decision: 'publish_now', seen })
    case 'move':
      return moveOne(needs, { ...job, postId: job.postId }, fate, isRepeatMeant)
  }
}

/** This account alone: another one of the post asks on, if it is not decided too. */
function moveOne(needs: MissedNeeds, job: Job & { readonly postId: string }, { localDateTime }: Extract<MissedFate, { kind: 'move' }>, isRepeatMeant: boolean): Result<unknown> {
  const { context, outbox } = needs
  return context.database.transaction((): Result<unknown> => {
    const schedule = scheduleOf({ kind: 'at', localDateTime }, context.workspace().timeZone, context.clock.now())
    if (!schedule.ok) return schedule
    const { dueAt } = schedule.value
    const repeat = repeatOf(needs, job, dueAt, isRepeatMeant)
    if (repeat !== null) return repeat
    outbox.moveOnAccount(job.postId, job.accountId, dueAt)
    keepHour(needs, job.postId)
    return succeed(null)
  }).immediate()
}

/** The same text on the same account within a day, out or sure to leave. What asks as well leaves only if it is decided, and is compared then. */
function repeatOf({ repository, accounts, outbox }: MissedNeeds, { postId, accountId }: Job, at: number, isRepeatMeant: boolean): Result<never> | null {
  const post = isRepeatMeant || postId === null ? null : repository.read(postId)
  if (post === null) return null
  return refusalOfRepeats(textsOn(accounts, post, accountId).flatMap((text) => outbox.findRepeats({ ...text, at })).filter(({ state }) => state !== 'missed'))
}

/** See `posts.undoReschedule`. */
export function undoReschedule(needs: MissedNeeds, { postId, dueAt }: { readonly postId: string; readonly dueAt: number }): Result<null> {
  const { context, repository, outbox } = needs
  return context.database.transaction((): Result<null> => {
    if (repository.read(postId) === null) return fail(studioError('not_found', 'no such post in this workspace'))
    if (!outbox.undoMove(postId, dueAt)) return fail(changedSince)
    keepHour(needs, postId)
    return succeed(null)
  }).immediate()
}

/** See `posts.undoDecideMissed`: all that can be, in one transaction; each post stands at its hour again. */
export function undoDecideMissed(needs: MissedNeeds, undos: readonly MissedUndo[]): readonly Job[] {
  const { context, outbox } = needs
  return context.database.transaction((): readonly Job[] => {
    const undone = undos.flatMap(({ jobId, movedTo }) => (outbox.undoDecision(jobId, movedTo) ? [outbox.read(jobId)] : [])).filter((job) => job !== null)
    for (const postId of new Set(undone.flatMap((job) => job.postId ?? []))) keepHour(needs, postId)
    return undone
  }).immediate()
}
