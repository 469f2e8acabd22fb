import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { mediaIdsOf, withTargets } from '../../../shared/posts/post-parts.ts'
import { chosenAnew } from '../../../shared/posts/post-terms.ts'
import { isPostEditable, postStatus } from '../../../shared/posts/post-status.ts'
import type { PostSummary } from '../../../shared/posts/post.ts'
import { toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { LinkCardsService } from '../link-cards/link-cards-service.ts'
import type { MediaHostService } from '../media-host/media-host-service.ts'
import type { MediaService } from '../media/media-service.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import type { Approvals } from '../safety/approvals.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { VoiceService } from '../voice/create-voice.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createPostsService } from './create-posts-service.ts'
import { createGonePosts, type GoneReason } from './gone-posts.ts'
import { keepHour, type HourNeeds } from './keep-hour.ts'
import { planDraft } from './plan-draft.ts'
import { contentForCopy } from './content-for-copy.ts'
import { contentOf, type PostOutline } from './post-record.ts'
import { postOf, summaryOf } from './post-views.ts'
import { followFilms } from './follow-films.ts'
import { createPostsRepository, type PostsRepository } from './posts-repository.ts'
import { createNewDrafts } from './create-new-drafts.ts'
import type { PostsService } from './posts-service.ts'
import { saveDraft } from './save-draft.ts'
import { createSearchPosts } from './search-posts.ts'
import { sendAllTheSame, takeOn } from './send-all-the-same.ts'
import { decideMissed, undoDecideMissed, undoReschedule } from './decide-missed.ts'
import { isLookedFor, isWrittenAgain, reschedulePost, schedulePost, unschedulePost } from './schedule-post.ts'
import { createTextHistories } from './text-history/text-histories.ts'
import { createPostVersions } from './versions/post-versions.ts'
import { restoreVersion } from './versions/restore-version.ts'

export interface PostsFeature extends Feature {
  readonly service: PostsService
}

export interface PostsNeeds {
  readonly accounts: AccountsService
  readonly media: MediaService
  readonly outbox: OutboxService
  readonly approvals: Approvals
  readonly mediaHost: Pick<MediaHostService, 'isReady'>
  readonly cards: Pick<LinkCardsService, 'cardOf' | 'cardTo'>
  readonly voice: VoiceService
}

type PostAndJobs = RequestOutput<'posts.read'>

/** Drafts, plans and history of one workspace's posts. What goes out is the outbox's business. */
export function createPosts(context: WorkspaceContext, needs: PostsNeeds): PostsFeature {
  const { outbox, approvals } = needs
  const repository = createPostsRepository(context.database)
  const searchPosts = createSearchPosts(context.database)
  const versions = createPostVersions(context)
  const histories = createTextHistories(context)
  const all = { context, repository, versions, gone: createGonePosts(), ...needs }

  const ends = [outbox.onSettled(({ job }) => followSettled(all, job)), followRetimed(all, outbox), followFilms(context, needs)]

  function read(postId: string): Result<PostAndJobs> {
    const record = repository.read(postId)
    if (record === null) return fail(missingBecause(all.gone.reasonOf(postId)))
    const jobs = outbox.toldOfPost(postId)
    return succeed({ post: postOf(record, jobs, approvals.of(postId, contentOf(record))), jobs: [...jobs], ...coversOf(outbox, postId) })
  }

  /** After a change of the schedule is committed: tells pages and outbox, and answers the new state. */
  function told(postId: string, result: Result<null>): Result<PostAndJobs> {
    if (!result.ok && !isLookedFor(result)) return result
    const jobs = outbox.jobsOfPost(postId)
    if (jobs.length === 0) context.emit('posts.changed', { workspaceId: context.workspace().id, ids: [postId] })
    else outbox.wake(jobs.map((job) => job.id))
    return result.ok ? read(postId) : result
  }

  function summaries(outlines: readonly PostOutline[]): readonly PostSummary[] {
    const jobs = outbox.jobsOfPosts(outlines.map((outline) => outline.id))
    const said = approvals.kindsOf(outlines.map((outline) => outline.id))
    return outlines.map((outline) => summaryOf(outline, jobs.get(outline.id) ?? [], said.get(outline.id) ?? { kind: 'none' }))
  }

  /** Drafts without a time to come, but those that are listed already. */
  function draftsToPlan(listed: ReadonlySet<string>): readonly PostSummary[] {
    const overdue = summaries(repository.listOverdue(context.clock.now()).filter(({ id }) => !listed.has(id)))
    return [...summaries(repository.listUntimed()), ...overdue.filter(({ status }) => status === 'draft')]
  }

  function remove(postId: string): Result<Record<string, never>> {
    const removed = context.database.transaction((): Result<boolean> => {
      const record = repository.read(postId)
      // Removed already; the answer was lost.
      if (record === null) return succeed(false)
      const jobs = outbox.jobsOfPost(postId)
      const isDraft = isPostEditable(jobs) && postStatus(record.targets.map((target) => target.accountId), jobs) === 'draft'
      if (!isDraft) return fail(studioError('post_not_editable', 'only drafts can be removed'))
      repository.remove(postId)
      all.gone.note(postId, 'deleted')
      return succeed(true)
    }).immediate()
    if (!removed.ok) return removed
    if (removed.value) context.emit('posts.changed', { workspaceId: context.workspace().id, ids: [postId] })
    return succeed({})
  }

  function copy(postId: string, newPostId: string): Result<PostAndJobs> {
    const original = repository.read(postId)
    if (original === null) return fail(missing)
    const inUse = new Set(needs.accounts.list().map((account) => account.id))
    const begun = contentForCopy(original, versions, needs.accounts.list())
    const content = withTargets(begun, chosenAnew(begun.targets.filter((target) => inUse.has(target.accountId)), mediaIdsOf(original).length > 0))
    // A copy that is there was made by the same call before, and may have been written on since.
    if (repository.read(newPostId) === null) {
      const saved = context.database.transaction(() => {
        const made = saveDraft(all, { postId: newPostId, revision: 0, content, ...(original.publishedAt === null ? {} : { origin: { kind: 'post', postId } }) })
        if (made.ok) approvals.noteCopy(newPostId, contentOf(repository.read(newPostId) ?? original), { postId, content: contentOf(original) })
        return made
      }).immediate()
      if (!saved.ok) return saved
      context.emit('posts.changed', { workspaceId: context.workspace().id, ids: [newPostId] })
    }
    return read(newPostId)
  }

  return {
    service: {
      summary: (postId) => [repository.outline(postId)].flatMap((outline) => (outline === null ? [] : summaries([outline])))[0] ?? null,
      ...createNewDrafts(all),
      ...createPostsService(all)
    },
    handlers: {
      'posts.list': ({ from, until, drafts }) => {
        const inRange = repository.listRange(from, until)
        return succeed({ posts: [...summaries(inRange), ...(drafts ? draftsToPlan(new Set(inRange.map(({ id }) => id))) : [])] })
      },
      'posts.read': ({ postId }) => read(postId),
      'posts.search': ({ text, limit }) => {
        const hits = searchPosts(text, limit)
        const found = new Map(summaries(hits.flatMap(({ postId }) => repository.outline(postId) ?? [])).map((post) => [post.id, post]))
        return succeed({ hits: hits.flatMap(({ postId, passage }) => [found.get(postId)].flatMap((post) => (post === undefined ? [] : [{ post, passage }]))) })
      },
      'posts.saveDraft': (input) => {
        const saved = saveDraft(all, input)
        if (!saved.ok) return saved
        if (saved.isChange === true) context.emit('posts.changed', { workspaceId: context.workspace().id, ids: [input.postId] })
        return succeed(saved.value)
      },
      'posts.plan': (input) => {
        const planned = planDraft(all, input)
        if (!planned.ok) return planned
        context.emit('posts.changed', { workspaceId: context.workspace().id, ids: [input.postId] })
        return read(input.postId)
      },
      'posts.schedule': (input) => told(input.postId, schedulePost(all, input)),
      'posts.reschedule': (input) => told(input.postId, reschedulePost(all, input)),
      'posts.undoReschedule': (input) => told(input.postId, undoReschedule(all, input)),
      'posts.decideMissed': (input) => {
        const decided = decideMissed(all, input)
        outbox.wake(decided.done)
        return succeed(decided)
      },
      'posts.undoDecideMissed': ({ undos }) => {
        const undone = undoDecideMissed(all, undos).map(({ id }) => id)
        outbox.wake(undone)
        return succeed({ undone })
      },
      'posts.unschedule': ({ postId, isUndo }) => told(postId, unschedulePost(all, postId, 'taken_back', isUndo === true)),
      'posts.findRepeats': ({ postId, at, texts }) =>
        succeed({ repeats: texts.flatMap((target) => outbox.findRepeats({ ...target, at, postId, isWrittenAgain: isWrittenAgain(repository.read(postId)) }).map(({ accountId, at: when, state, isEdit }) => ({ accountId, at: when, state, isEdit }))) }),
      'posts.recordApproval': ({ postId, revision, approval }) => {
        const recorded = context.database.transaction((): Result<null> => {
          const record = repository.read(postId)
          if (record === null) return fail(missing)
          if (record.revision !== revision) return fail(studioError('conflict', 'the post was changed since it was read', { details: { revision: record.revision } }))
          approvals.record(postId, contentOf(record), approval)
          versions.keep(record, 'approval')
          return succeed(null)
        }).immediate()
        // A yes lets go what was counted as kept.
        if (recorded.ok) context.emit('counts.changed', {})
        return told(postId, recorded)
      },
      'posts.takeOn': ({ postId }) => told(postId, takeOn(all, postId)),
      'posts.sendAllTheSame': ({ postId }) => told(postId, sendAllTheSame(all, postId)),
      'posts.listApprovals': ({ postId }) => succeed({ words: [...approvals.wordsOn(postId)].toReversed() }),
      'posts.tagsUsed': () => succeed({ tags: [...repository.tagsUsed()] }),
      'posts.listVersions': ({ postId }) => succeed({ versions: [...versions.list(postId)] }),
      'posts.readVersion': ({ postId, versionId }) => {
        const version = versions.read(postId, versionId)
        return version === null ? fail(studioError('not_found', 'no such version of this post')) : succeed({ content: version.content })
      },
      'posts.restoreVersion': (input) => {
        const restored = restoreVersion(all, input)
        if (!restored.ok) return restored
        const now = read(input.postId)
        if (restored.value !== null) context.emit('posts.changed', { workspaceId: context.workspace().id, ids: [input.postId] })
        return now.ok ? succeed({ ...now.value, keptVersionId: restored.value }) : now
      },
      'posts.readTextHistory': (input) => succeed({ history: histories.read(input) }),
      'posts.keepTextHistory': (input) => histories.keep(input),
      'posts.remove': ({ postId }) => remove(postId),
      'posts.copy': ({ postId, newPostId }) => copy(postId, newPostId)
    },
    startBackgroundWork() {
      versions.tidy()
      histories.tidy()
    },
    stop: () => ends.forEach((end) => end())
  }
}

const missing = studioError('not_found', 'no such post in this workspace')

function missingBecause(reason: GoneReason | null): StudioError {
  return reason === null ? missing : { ...missing, details: { reason } }
}

interface Kept {
  readonly repository: PostsRepository
  readonly context: WorkspaceContext
}

/** Moved on the network itself, where it waits: that is when it goes. The post stands where the first of its accounts goes. */
function followRetimed({ repository, context }: Kept, outbox: Pick<OutboxService, 'onRetimed' | 'hourOf'>): () => void {
  return outbox.onRetimed((postId, movedTo) => {
    const { timeZone } = context.workspace()
    const dueAt = outbox.hourOf(postId) ?? movedTo
    repository.setSchedule(postId, { localDateTime: toLocalDateTime(dueAt, timeZone), timeZone, dueAt })
  })
}

/** Out, refused or given up on an account: the post stands where the others go. */
function followSettled(needs: Kept & HourNeeds, { state, kind, postId, finishedAt }: Job): void {
  if (kind !== 'publish_post' || postId === null) return
  if (state === 'published') needs.repository.markPublished(postId, finishedAt ?? needs.context.clock.now())
  keepHour(needs, postId)
}

function coversOf(outbox: Pick<OutboxService, 'coversOfPost'>, postId: string): Pick<PostAndJobs, 'covers'> {
  const covers = outbox.coversOfPost(postId)
  return covers.length === 0 ? {} : { covers: [...covers] }
}
