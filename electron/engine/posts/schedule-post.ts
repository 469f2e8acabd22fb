import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { RequestInput } from '../../../shared/contract/request-map.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { capabilitiesFor } from '../../../shared/networks/in-channel.ts'
import type { CancelReason } from '../../../shared/outbox/cancel-reason.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { textToCompare } from '../../../shared/posts/text-to-compare.ts'
import { hasStop } from '../../../shared/posts/check-post.ts'
import { checkOccasionHours, occasionsOf } from '../../../shared/posts/check-occasion.ts'
import { partsLeft, type PartsLeft } from '../../../shared/posts/parts-left.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import { isDeleted, isPostEditable } from '../../../shared/posts/post-status.ts'
import type { PostSchedule, PostTarget } from '../../../shared/posts/post.ts'
import { isOver } from '../../../shared/schedule/is-over.ts'
import { chosenMoment, resolveLocalTime, toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import { contentHash } from '../safety/content-hash.ts'
import { enqueueParts } from './enqueue-parts.ts'
import { keepHour } from './keep-hour.ts'
import { moveJobs, movedAccounts } from './move-jobs.ts'
import { contentOf, type PostRecord } from './post-record.ts'
import { firstProblem } from './post-stops.ts'
import { refusalOfRepeats, type Refusal } from './refusal-of-repeats.ts'
import type { JobIds } from './posts-service.ts'
import type { ScheduleNeeds } from './schedule-needs.ts'
import type { PostsRepository } from './posts-repository.ts'

/** How it differs when the user did not choose each part of it. */
export interface ScheduleOptions {
  /** Of the hour; the workspace's when left out. */
  readonly timeZone?: string
  readonly jobIds?: JobIds | undefined
  /** Nobody looks on: what asks by itself in time (a login, the place for pictures) stops nothing now; all else stops it (`shared/posts/unattended.ts`). */
  readonly isUnattended?: boolean
}

export interface ScheduleInput {
  readonly postId: string
  readonly revision: number
  readonly when: When
  /** The user knows that the same text goes to the same account within a day, and means it. */
  readonly isRepeatMeant?: boolean | undefined
  /** Words between braces that are meant to go out as they are written. */
  readonly gapsMeant?: readonly string[] | undefined
}

export type When = RequestInput<'posts.schedule'>['when']

const missing = studioError('not_found', 'no such post in this workspace')
const notEditable = studioError('post_not_editable', 'part of this post is on its way or has its time already')
const lookedFor = studioError('post_not_editable', 'part of this post may have arrived, and is looked for before it is called taken back', { details: { reason: 'looked_for' } })

const beingDeleted = studioError('post_not_editable', 'what of this post is out on an account is being deleted there', { details: { reason: 'being_deleted' } })

/** Fixes what goes out, for whom and when, in one transaction. The same call again, after a lost answer, changes nothing and succeeds. */
export function schedulePost(needs: ScheduleNeeds, input: ScheduleInput, options: ScheduleOptions = {}): Result<null> {
  const { context, repository, outbox } = needs
  const timeZone = options.timeZone ?? context.workspace().timeZone
  return context.database.transaction((): Result<null> => {
    const seen = postAsSeen(repository, input)
    if (!seen.ok) return seen
    const post = seen.value
    const schedule = scheduleOf(input.when, timeZone, context.clock.now())
    const jobs = outbox.jobsOfPost(post.id)
    if (!isPostEditable(jobs)) return isSameSchedule(post, input.when, schedule, context.clock.now()) ? succeed(null) : fail(notEditable)
    if (!schedule.ok) return schedule
    const targets = targetsWithoutPost(needs, post, jobs)
    const ended = endOf(needs, post, targets, { jobs, when: input.when })
    if (ended !== null) return ended
    const problem = firstProblem(needs, { ...post, targets: [...targets] }, schedule.value.dueAt, { ...options, gapsMeant: input.gapsMeant }) ?? objectionTo(needs, post, targets, { ...options, isRepeatMeant: input.isRepeatMeant, at: schedule.value.dueAt })
    if (problem !== null) return problem
    repository.setSchedule(post.id, schedule.value, input.when.kind === 'now' ? post.schedule : null)
    // What a series says stands with the series.
    if (options.isUnattended !== true) needs.versions.keep(post, 'schedule')
    for (const target of targets) enqueueParts(needs, { post, left: target.left, accountId: target.accountId, dueAt: schedule.value.dueAt, isPlanned: input.when.kind === 'at', jobIds: options.jobIds, contentHash: contentHash(contentOf(post)) })
    noteDecision(needs, post)
    return succeed(null)
  }).immediate()
}

/** What was decided against the client's no before there was anything to tell it of. */
function noteDecision({ approvals, outbox }: ScheduleNeeds, post: PostRecord): void {
  const decision = approvals.decisionOn(post.id, contentOf(post))
  if (decision !== null) outbox.noteDecision(post.id, decision)
}

/** The post, if it is still the one that the user saw. */
function postAsSeen(repository: PostsRepository, { postId, revision }: ScheduleInput): Result<PostRecord> {
  const post = repository.read(postId)
  if (post === null) return fail(missing)
  return post.revision === revision ? succeed(post) : fail(studioError('conflict', 'the post was changed since it was read', { details: { revision: post.revision } }))
}

/** null: something is left to publish, and nothing stands in its way on the network. */
function endOf(needs: ScheduleNeeds, post: PostRecord, left: readonly Pick<PostTarget, 'accountId'>[], { jobs, when }: { readonly jobs: readonly Job[]; readonly when: When }): Result<null> | null {
  if (isBeingDeleted(needs, post.id, left)) return fail(beingDeleted)
  if (post.targets.length === 0 || left.length > 0) return null
  return wasJustPublished(post, when, jobs) ? succeed(null) : fail(nothingLeft)
}

interface ObjectionFacts {
  readonly at: number
  readonly isUnattended?: boolean | undefined
  readonly isRepeatMeant: boolean | undefined
}

/** What nobody who looks on would want: a post without the yes it needs, or a text that went to the same account a moment ago. */
function objectionTo({ approvals, outbox }: ScheduleNeeds, post: PostRecord, targets: readonly { accountId: string; left: PartsLeft }[], { at, isUnattended, isRepeatMeant }: ObjectionFacts): Refusal | null {
  if (isUnattended === true) return null
  const unapproved = approvals.objectionToContent(post.id, contentOf(post))
  if (unapproved !== null) return fail(unapproved)
  if (isRepeatMeant === true) return null
  const repeats = targets.flatMap(({ accountId, left }) => left.parts.flatMap(({ document, ...beside }) => outbox.findRepeats({ accountId, text: textToCompare(documentToText(document), beside), at, postId: post.id, isWrittenAgain: isWrittenAgain(post) })))
  return refusalOfRepeats(repeats)
}

/** Begun from a post that is out: then it matters however long ago that was. */
export function isWrittenAgain(post: Pick<PostRecord, 'origin'> | null): boolean {
  return post?.origin.kind === 'post'
}

const nothingLeft = studioError('nothing_to_publish', 'every account of this post has it already', { details: { reason: 'out_already' } })

/** A text that would come near the same text on the same account by the move; what stood near it before was meant. */
function newRepeat({ accounts, outbox }: Pick<ScheduleNeeds, 'accounts' | 'outbox'>, post: PostRecord, at: number, accountIds: readonly string[]): Refusal | null {
  const texts = accountIds.flatMap((accountId) => textsOn(accounts, post, accountId))
  const before = post.schedule?.dueAt ?? at
  const known = new Set(texts.flatMap((text) => outbox.findRepeats({ ...text, at: before }).map(({ postId, accountId }) => `${String(postId)} ${accountId}`)))
  return refusalOfRepeats(texts.flatMap((text) => outbox.findRepeats({ ...text, at })).filter(({ postId, accountId }) => !known.has(`${String(postId)} ${accountId}`)))
}

/** What it would say on one account, as a question after repeats. */
export function textsOn(accounts: Pick<AccountsService, 'read'>, post: PostRecord, accountId: string): readonly { readonly accountId: string; readonly text: string; readonly postId: string }[] {
  const account = accounts.read(accountId)
  return account === null ? [] : partsFor(post, account, capabilitiesFor(account)).map(({ document, ...beside }) => ({ accountId, text: textToCompare(documentToText(document), beside), postId: post.id }))
}

const occasionOver = studioError('post_has_problems', 'the event or the offer is over by then', { details: { problem: 'occasion_over', reason: 'occasion_over' } })

/** A move to an hour at which what the post is about is over everywhere. */
function overBy({ context, accounts, outbox }: ScheduleNeeds, post: PostRecord, dueAt: number, input: { readonly isPartly?: boolean; readonly byHand?: boolean | undefined }): Refusal | null {
  const moved = new Set(movedAccounts(outbox.jobsOfPost(post.id), input))
  const targets = post.targets.filter(({ accountId }) => moved.has(accountId))
  const over = checkOccasionHours(occasionsOf({ targets }, accounts.list(), capabilitiesOf), { dueAt, now: context.clock.now(), timeZone: context.workspace().timeZone })
  return hasStop(over) ? fail(occasionOver) : null
}

/** Moves what has not gone out. The hour is that of the calendar it was chosen on: the workspace's. */
export function reschedulePost(needs: ScheduleNeeds, input: { postId: string; localDateTime: string; isSecond?: boolean | undefined; timeZone?: string; isRepeatMeant?: boolean | undefined; isPartly?: boolean; byHand?: boolean | undefined }): Result<null> {
  const { context, repository, outbox } = needs
  return context.database.transaction((): Result<null> => {
    const post = repository.read(input.postId)
    if (post === null) return fail(missing)
    const zone = input.timeZone ?? context.workspace().timeZone
    const schedule = scheduleOf({ kind: 'at', localDateTime: input.localDateTime, isSecond: input.isSecond }, zone, context.clock.now())
    if (!schedule.ok) return schedule
    const over = overBy(needs, post, schedule.value.dueAt, input)
    if (over !== null) return over
    const repeat = input.isRepeatMeant === true ? null : newRepeat(needs, post, schedule.value.dueAt, movedAccounts(outbox.jobsOfPost(post.id), input))
    if (repeat !== null) return repeat
    if (!moveJobs(outbox, post.id, schedule.value.dueAt, input)) return fail(notEditable)
    repository.setSchedule(post.id, schedule.value)
    // What is not moved (after a hold, or of a post that is out in part) may leave before.
    keepHour(needs, post.id)
    return succeed(null)
  }).immediate()
}

/** Takes back what has not gone out; a draft keeps its time as a plan, and has the plan again that it had before it was published now. Taking back what is not scheduled is no error: the answer to the first call was lost. */
export function unschedulePost({ context, repository, outbox }: ScheduleNeeds, postId: string, reason: CancelReason = 'taken_back', isUndo = false): Result<null> {
  return context.database.transaction((): Result<null> => {
    const post = repository.read(postId)
    if (post === null) return fail(missing)
    const undone = isUndo ? outbox.undoNow(postId) : 'nothing'
    if (undone !== 'nothing') return undone === 'done' ? succeed(null) : fail(notEditable)
    const wasForNow = post.schedule !== null && outbox.isLeavingNow(postId)
    const withdrawn = outbox.withdraw(postId, reason)
    if (withdrawn !== 'done') return fail(withdrawn === 'looked_for' ? lookedFor : notEditable)
    if (isOutInPart(outbox.jobsOfPost(postId))) repository.setSchedule(postId, null)
    else if (wasForNow || post.planBefore !== null) repository.setSchedule(postId, post.planBefore)
    return succeed(null)
  }).immediate()
}

/** After a hold: each job by itself, so that one account that is on its way keeps no other one from being given up. */
export function dropHeldPost(needs: ScheduleNeeds, postId: string, reason: CancelReason): Result<null> {
  const { context, repository, outbox } = needs
  return context.database.transaction((): Result<null> => {
    if (repository.read(postId) === null) return fail(missing)
    // To write on it all of it comes back; given up is what the hold kept, and not what has an hour of its own.
    outbox.dropWhatCanBe(postId, reason, { isAfterHold: reason === 'dropped_after_hold' })
    keepHour(needs, postId)
    if (isOutInPart(outbox.jobsOfPost(postId))) repository.setSchedule(postId, null)
    return succeed(null)
  }).immediate()
}

function isOutInPart(jobs: readonly Job[]): boolean {
  return jobs.some((job) => job.state === 'published') && !jobs.every((job) => job.state === 'published')
}

/** Nothing is wrong: what may have arrived is looked for, and taken back when it is not there. */
export function isLookedFor(result: Result<unknown>): boolean {
  return !result.ok && result.error === lookedFor
}

/** The moment the wall clock means. A gap is moved forward; the schedule then says the time that the clocks will show. */
export function scheduleOf(when: When, timeZone: string, now: number): Result<PostSchedule> {
  if (when.kind === 'now') return succeed({ localDateTime: toLocalDateTime(now, timeZone), timeZone, dueAt: now })
  const resolved = resolveLocalTime(when.localDateTime, timeZone)
  if (resolved.kind === 'unreadable') return fail(studioError('invalid_input', 'there is no such date or time zone', { details: { localDateTime: when.localDateTime, timeZone } }))
  const dueAt = chosenMoment(resolved, when.isSecond === true)
  if (isOver(dueAt, now)) return fail(studioError('time_in_the_past', 'this time has passed', { details: { localDateTime: resolved.localDateTime, timeZone } }))
  return succeed({ localDateTime: resolved.localDateTime, timeZone, dueAt })
}

/** For "now" any time that has come is the same: the first call was a moment ago. */
function isSameSchedule(post: PostRecord, when: When, wanted: Result<PostSchedule>, now: number): boolean {
  if (post.schedule === null) return false
  if (when.kind === 'now') return post.schedule.dueAt <= now
  return wanted.ok && wanted.value.dueAt === post.schedule.dueAt
}

/** What each account has not got yet; accounts that have all of it are left out, and those where something of it was deleted: the rest would answer what is gone. Nothing of the post is open, so what is not out was given up. */
function targetsWithoutPost({ accounts }: ScheduleNeeds, post: PostRecord, jobs: readonly Job[]): readonly (PostTarget & { readonly left: PartsLeft })[] {
  return post.targets.flatMap((target) => {
    const account = accounts.read(target.accountId)
    // An account that is gone stays among the targets: the checks name it.
    const parts = account === null ? [{ document: post.document, media: [] }] : partsFor(post, account, capabilitiesFor(account))
    const own = jobs.filter((job) => job.accountId === target.accountId)
    const left = partsLeft(parts, own)
    return left.parts.length === 0 || own.some(isDeleted) ? [] : [{ ...target, left }]
  })
}

/** A wish to delete on one of these accounts that has not ended, or about which a person is asked. */
function isBeingDeleted({ outbox }: ScheduleNeeds, postId: string, targets: readonly Pick<PostTarget, 'accountId'>[]): boolean {
  return outbox.changesOfPost(postId).some(({ kind, accountId, finishedAt }) => kind === 'delete' && finishedAt === null && targets.some((target) => target.accountId === accountId))
}

/** It went out before the page asked again for the answer it had missed. */
function wasJustPublished(post: PostRecord, when: When, jobs: readonly Job[]): boolean {
  return when.kind === 'now' && post.schedule !== null && jobs.some((job) => job.state === 'published' && !isDeleted(job))
}
