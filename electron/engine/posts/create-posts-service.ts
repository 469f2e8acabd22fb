import { succeed, type Result } from '../../../shared/contract/result.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import type { Approvals } from '../safety/approvals.ts'
import { isSameContent } from './decide-save.ts'
import type { GonePosts } from './gone-posts.ts'
import { contentOf } from './post-record.ts'
import { noteEdited } from './note-edited.ts'
import type { PostsService } from './posts-service.ts'
import { saveDraft, type SaveNeeds } from './save-draft.ts'
import { isPostEditable, postStatus } from '../../../shared/posts/post-status.ts'
import { refusalOfRepeatsAt } from './repeats-at.ts'
import { sendAllTheSame } from './send-all-the-same.ts'
import { stopsOf } from './post-stops.ts'
import type { ScheduleNeeds } from './schedule-needs.ts'
import { dropHeldPost, reschedulePost, schedulePost } from './schedule-post.ts'

/** What the other features do with posts for the user: the recurring ones, and those that follow a change of zone. Everything inside the caller's transaction. */
export function createPostsService(needs: ScheduleNeeds & SaveNeeds & { readonly gone: Pick<GonePosts, 'note'>; readonly approvals: Pick<Approvals, 'inherit' | 'record' | 'sendAnyway' | 'takeOn' | 'onRefused'> }): Omit<PostsService, 'summary' | 'createDraftFromSource' | 'createDraft' | 'writeDraft' | 'planDraft'> {
  const { context, repository, outbox, approvals } = needs
  const contentNow = (postId: string): PostContent | null => {
    const record = repository.read(postId)
    return record === null ? null : contentOf(record)
  }

  function schedule({ postId, localDateTime, timeZone, jobIds }: Parameters<PostsService['schedule']>[0]): Result<null> {
    const revision = repository.read(postId)?.revision ?? 0
    return schedulePost(needs, { postId, revision, when: { kind: 'at', localDateTime } }, { timeZone, jobIds, isUnattended: true })
  }

  const move = (postId: string, dueAt: number, timeZone: string, options: { readonly isNow: boolean; readonly from?: number } = { isNow: false }): boolean => {
    if (!outbox.move(postId, dueAt, options)) return false
    repository.setSchedule(postId, { localDateTime: toLocalDateTime(dueAt, timeZone), timeZone, dueAt })
    return true
  }

  return {
    read(postId) {
      const record = repository.read(postId)
      if (record === null) return null
      const { targets, excerpt, schedule: time } = record
      const jobs = outbox.jobsOfPost(postId)
      return { content: contentOf(record), revision: record.revision, excerpt, schedule: time, jobs, status: postStatus(targets.map(({ accountId }) => accountId), jobs) }
    },
    isSame: (a, b) => isSameContent(a, b),
    plan({ content, siblings, ...when }) {
      if (repository.read(when.postId) === null) {
        const saved = saveDraft(needs, { postId: when.postId, revision: 0, content })
        if (!saved.ok) return saved
        approvals.inherit(when.postId, contentNow(when.postId) ?? content, { postIds: siblings, contentOf: contentNow })
      }
      return schedule(when)
    },
    unattendedStops(postId, dueAt) {
      const content = contentNow(postId)
      return content === null ? [] : stopsOf(needs, content, dueAt, { isUnattended: true })
    },
    schedule,
    scheduleByUser({ postId, revision, localDateTime, timeZone }) {
      const jobs = outbox.jobsOfPost(postId)
      // A series asks for all its days before (`refusalOfRepeats`).
      const hasTime = jobs.length > 0 && !isPostEditable(jobs)
      return hasTime ? reschedulePost(needs, { postId, localDateTime, timeZone, isRepeatMeant: true }) : schedulePost(needs, { postId, revision, when: { kind: 'at', localDateTime }, isRepeatMeant: true }, { timeZone })
    },
    refusalOfRepeats({ postId, ...moments }) {
      const post = repository.read(postId)
      return post === null ? null : refusalOfRepeatsAt(needs, post, moments)
    },
    sendNow: (postId) => move(postId, context.clock.now(), context.workspace().timeZone, { isNow: true }),
    moveHeld: (postId, localDateTime) => reschedulePost(needs, { postId, localDateTime, isRepeatMeant: true, isPartly: true }),
    noteEdited: (postId, words, yes) => noteEdited(needs, postId, words, yes),
    dropHeld: (postId) => dropHeldPost(needs, postId, 'dropped_after_hold'),
    editHeld: (postId) => dropHeldPost(needs, postId, 'taken_back'),
    ask(postId) {
      const content = contentNow(postId)
      if (content !== null) approvals.record(postId, content, { kind: 'asked', note: '' })
      return succeed(null)
    },
    sendAllTheSame: (postId) => sendAllTheSame(needs, postId),
    discard(postId, reason) {
      if (repository.read(postId) === null) return true
      // What is out stays, as history.
      if (outbox.jobsOfPost(postId).some((job) => job.state === 'published') || outbox.mayBeOut(postId) || outbox.withdraw(postId, reason) !== 'done') return false
      repository.remove(postId)
      needs.gone.note(postId, reason)
      return true
    },
    giveUp: (postId, reason) => void outbox.withdraw(postId, reason),
    recall: (postId, reason) => outbox.recall(postId, reason),
    onRecalled: (listener) => outbox.onRecalled(listener),
    onRefused: (listener) => approvals.onRefused(listener),
    refuseSame(postId, as, entry) {
      const [content, refused] = [contentNow(postId), contentNow(as)]
      const jobs = outbox.jobsOfPost(postId)
      const isOver = jobs.length > 0 && jobs.every(({ finishedAt, state }) => finishedAt !== null && state === 'published')
      if (content !== null && refused !== null && !isOver && isSameContent(content, refused)) approvals.record(postId, content, entry)
    },
    giveAway: (postId) => outbox.giveAway(postId),
    move(postId, dueAt, timeZone) {
      const from = repository.read(postId)?.schedule?.dueAt
      return move(postId, dueAt, timeZone, { isNow: false, ...(from === undefined ? {} : { from }) })
    },
    retimeTo(postId, at, timeZone) {
      repository.setSchedule(postId, { localDateTime: toLocalDateTime(at, timeZone), timeZone, dueAt: at })
      return true
    },
    timed: () => repository.listTimed().map(({ id, schedule: time }) => ({ postId: id, schedule: time })),
    tell(postIds) {
      const jobs = postIds.flatMap((postId) => outbox.jobsOfPost(postId))
      context.emit('posts.changed', { workspaceId: context.workspace().id, ids: [] })
      if (jobs.length > 0) outbox.wake(jobs.map((job) => job.id))
    }
  }
}
