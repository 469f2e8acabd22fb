import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { Result } from '../../../shared/contract/result.ts'
import type { PostSummary } from '../../../shared/posts/post.ts'
import { stillAtOf } from '../../../shared/outbox/still-at.ts'
import { isOver } from '../../../shared/schedule/is-over.ts'
import { isSecondTime, resolveLocalTime, toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { studio } from '../../bridge/studio-client.ts'
import { currentInstant } from '../../bridge/system-clock.ts'
import { accountLabel } from '../../components/account-label.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { useFormats } from '../../language/use-formats.ts'
import { currentPlace } from '../../shell/route-store.ts'
import { showPostToast } from '../../shell/post-toasts.ts'
import { rememberMove } from '../../shell/remember-move.ts'
import { rememberUndo, type Undoable } from '../../shell/undo-store.ts'
import { wordsOf } from '../composer/words-of.ts'
import { firstWords } from '../../language/first-words.ts'
import { takenTimes } from '../composer/taken-times.ts'
import { slotAt } from './calendar-slots.ts'

export interface PostTimes {
  /** Another time for what stands on the calendar: a plan for a draft, a schedule for the others. `revert` puts the card back when that is refused. */
  readonly move: (postId: string, localDateTime: string, revert: () => void) => Promise<void>
  /** A plan for a draft from the shelf. */
  readonly plan: (postId: string, localDateTime: string) => Promise<void>
  /** What has to be asked before the move; null: nothing. */
  readonly repeat: RepeatedMove | null
  readonly meanRepeat: () => Promise<void>
  readonly leaveRepeat: () => void
}

/** A move that would bring a post near the same text on the same account. The card is back where it was until somebody says that it is meant. */
export interface RepeatedMove {
  readonly what: string
  /** When the same text goes, or went. */
  readonly when: string
  readonly move: () => Promise<void>
}

type Changed = Promise<Result<RequestOutput<'posts.plan'>>>

/** Gives posts another time and offers the way back. All times are wall-clock times of the client. */
export function usePostTimes({ id: workspaceId, timeZone }: Pick<Workspace, 'id' | 'timeZone'>, posts: readonly PostSummary[], accounts: readonly Account[]): PostTimes {
  const { t } = useTranslation(['calendar', 'composer'])
  const formats = useFormats()
  const [repeat, setRepeat] = useState<RepeatedMove | null>(null)
  const request = {
    plan: (postId: string, plannedFor: string | null, plansSecond = false): Changed => studio.request('posts.plan', { workspaceId, postId, plannedFor, plansSecond }),
    reschedule: (postId: string, localDateTime: string, isRepeatMeant = false, isSecond = false): Changed => studio.request('posts.reschedule', { workspaceId, postId, localDateTime, isSecond, isRepeatMeant })
  }

  async function plan(postId: string, at: string, revert: () => void = () => undefined): Promise<void> {
    const place = currentPlace()
    const before = posts.find((post) => post.id === postId)?.plan ?? null
    // Dragged within an hour that comes twice, it stays in the one it was in.
    const wasSecond = before !== null && isSecondTime(before.at, timeZone)
    const answer = await request.plan(postId, at, wasSecond)
    if (!answer.ok) {
      revert()
      return showFailure(answer.error, workspaceId)
    }
    const { plan: planned } = answer.value.post
    const what = wordsOf(answer.value.post)
    const back = { what, when: before === null ? '' : formats.dayAndTime(before.at, timeZone) }
    rememberUndo({
      workspaceId,
      postId,
      place,
      label: t('planned', { what, when: planned === null ? '' : formats.dayAndTime(planned.at, timeZone) }),
      detail: clockRemark(at, wasSecond).detail ?? t('plannedText'),
      will: before === null ? t('undo.unplan', back) : t('undo.plan', back),
      undone: before === null ? t('undo.unplanned', back) : t('undo.planned', back),
      undo: async () => errorOf(await request.plan(postId, before === null ? null : toLocalDateTime(before.at, timeZone), wasSecond))
    })
  }

  /** An hour that the clocks skip or show twice is explained where it was chosen: on the calendar as in the composer. */
  function clockRemark(at: string, isSecond: boolean): { readonly detail?: string } {
    const resolved = resolveLocalTime(at, timeZone)
    if (resolved.kind === 'gap') return { detail: t('composer:schedule.gap', { typed: at.slice(11, 16), time: formats.time(resolved.instant, timeZone) }) }
    return resolved.kind === 'overlap' ? { detail: t(isSecond ? 'composer:schedule.overlapSecond' : 'composer:schedule.overlap') } : {}
  }

  /** What is out of it stays where it is: that comes before a remark about the clock. */
  function told({ rest, stays, apart }: PostSummary, at: string, isSecond: boolean): { readonly detail?: string } {
    const named = (ids: readonly string[]): { readonly accounts: string } => ({ accounts: formats.list(accounts.filter(({ id }) => ids.includes(id)).map(accountLabel)) })
    if (rest !== undefined) return { detail: t('restMoved', named(rest)) }
    if (stays !== undefined) return { detail: t('staysThere', named(stays)) }
    return apart === undefined ? clockRemark(at, isSecond) : { detail: t('apart.moved') }
  }

  async function reschedule(post: PostSummary, at: string, revert: () => void, isRepeatMeant = false): Promise<void> {
    const place = currentPlace()
    const before = post.schedule
    const wasSecond = before !== null && isSecondTime(before.dueAt, timeZone)
    const answer = await request.reschedule(post.id, at, isRepeatMeant, wasSecond)
    if (!answer.ok) {
      revert()
      if (answer.error.code === 'repeat_needs_confirmation') return setRepeat({ what: firstWords(post.excerpt), when: repeatAt(answer.error), move: () => reschedule(post, at, () => undefined, true) })
      return showFailure(answer.error, workspaceId)
    }
    const { schedule } = answer.value.post
    const what = wordsOf(answer.value.post)
    const label = movedLabel(answer.value, what)
    if (post.isToMove === true && schedule !== null) return rememberMove({ workspaceId, place, label, ...told(post, at, wasSecond), moved: [{ postId: post.id, dueAt: schedule.dueAt }], excerpt: what })
    if (post.apart !== undefined && schedule !== null) return rememberApart(post, schedule.dueAt, { workspaceId, place, label, ...told(post, at, wasSecond) }, what)
    // A time that has passed cannot be given back.
    if (before === null || isOver(before.dueAt, currentInstant())) return showPostToast({ workspaceId, postId: post.id }, { title: label, ...told(post, at, wasSecond) })
    const back = { what, when: formats.dayAndTime(before.dueAt, timeZone) }
    let isAsked = false
    rememberUndo({
      workspaceId,
      postId: post.id,
      place,
      label,
      ...told(post, at, wasSecond),
      will: t('undo.move', back),
      undone: () => t(isAsked ? 'undo.moveAsked' : 'undo.moved', back),
      async undo() {
        const undone = await request.reschedule(post.id, toLocalDateTime(before.dueAt, timeZone), true, wasSecond)
        isAsked = undone.ok && stillAtOf(undone.value.jobs) !== null
        return errorOf(undone)
      }
    })
  }

  /** What waits with a network has another time once that network says so. */
  function movedLabel({ post: { schedule }, jobs }: RequestOutput<'posts.reschedule'>, what: string): string {
    const when = schedule === null ? '' : formats.dayAndTime(schedule.dueAt, timeZone)
    const stillAt = stillAtOf(jobs)
    return stillAt === null ? t('moved', { what, when }) : t('moveAsked', { what, when, old: formats.dayAndTime(stillAt, timeZone) })
  }

  /** Each account had an hour of its own, and has it again. */
  function rememberApart({ id: postId }: PostSummary, dueAt: number, said: Pick<Undoable, 'workspaceId' | 'place' | 'label' | 'detail'>, what: string): void {
    rememberUndo({ ...said, postId, will: t('undo.apart', { what }), undone: t('undo.apartDone', { what }), undo: async () => errorOf(await studio.request('posts.undoReschedule', { workspaceId, postId, dueAt })) })
  }

  function repeatAt({ details }: StudioError): string {
    const at = details?.['at']
    return typeof at === 'number' ? formats.dayAndTime(at, timeZone) : '…'
  }

  return {
    repeat,
    async meanRepeat() {
      setRepeat(null)
      await repeat?.move()
    },
    leaveRepeat: () => setRepeat(null),
    async plan(postId, at) {
      const slot = slotAt(at, currentInstant(), timeZone, takenTimes(posts, { accountIds: posts.find(({ id }) => id === postId)?.accountIds ?? [], postId }))
      if (slot.kind === 'over') return sayOver()
      await plan(postId, slot.at)
    },
    async move(postId, at, revert) {
      const post = posts.find((candidate) => candidate.id === postId)
      if (post === undefined) return revert()
      if (slotAt(at, currentInstant(), timeZone).kind !== 'free') {
        revert()
        return sayOver()
      }
      await (post.status === 'draft' ? plan(postId, at, revert) : reschedule(post, at, revert))
    }
  }

  function sayOver(): void {
    showToast({ kind: 'warning', title: t('slotOver'), detail: t('staysWhereItWas') })
  }
}

function errorOf(result: Awaited<Changed>) {
  return result.ok ? null : result.error
}
