import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../shared/contract/result.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { studio } from '../../bridge/studio-client.ts'
import { isToMove } from '../../../shared/outbox/is-to-move.ts'
import { stillAtOf } from '../../../shared/outbox/still-at.ts'
import { chosenMoment, isSecondTime, resolveLocalTime } from '../../../shared/schedule/local-time.ts'
import type { Variable } from '../../../shared/snippets/variables.ts'
import { currentInstant } from '../../bridge/system-clock.ts'
import { showFailure } from '../../components/show-failure.ts'
import { useFormats } from '../../language/use-formats.ts'
import { showPostToast } from '../../shell/post-toasts.ts'
import { keepFocus } from '../../shell/keep-focus.ts'
import { rememberMove } from '../../shell/remember-move.ts'
import { hourBefore, rememberHour, type HourBefore } from './remember-hour.ts'
import { saveSettings, useWorkspace } from '../../shell/studio-store.ts'
import { offerToSend } from '../../shell/undo-store.ts'
import { stopOf } from './stop-of.ts'
import { wordsOf } from './words-of.ts'
import { isPlannedSecond, plannedTime, scheduledTime, type PostFacts } from './composer-state.ts'
import type { ComposerStore } from './composer-store.ts'
import { suggestedTime } from './schedule-choice.ts'
import { useTakenTimes } from './use-taken-times.ts'

/** `repeat`: the same text goes to the same account within a day, and nobody said that it is meant. */
/** `repeatOn`: the account to which the same text goes within a day. */
export type SendOutcome = 'done' | 'failed' | { readonly repeatOn: string }

export interface Sending {
  /** The chosen wall-clock time, `2026-11-21T09:00`; empty while it is being typed. */
  readonly time: string
  /** The time in words; of an hour that comes twice, which one. */
  readonly when: string
  /** The zone that the time is in: the client's. */
  readonly timeZone: string
  /** What the time is: kept with the draft, a mere suggestion, or when the post goes out. */
  readonly timeIs: 'planned' | 'suggested' | 'scheduled'
  /** Its network has another hour, or is asked to give it back: the time that is shown is wished, and not certain. */
  readonly unsettled: 'moving' | 'comingBack' | null
  /** The time that a waiting post has. */
  readonly scheduledFor: string | null
  readonly isBusy: boolean
  /** `02:30`, where an hour was chosen that the clocks skip: the time is the one after it. */
  readonly movedFrom: string | null
  /** Of an hour that comes twice, the second is meant. */
  readonly isSecond: boolean
  /** The waiting post goes at the second. */
  readonly wasSecond: boolean
  readonly chooseSecond: (isSecond: boolean) => void
  /** The post has a time and waits for it. */
  readonly isWaiting: boolean
  /** The time of the post has passed, and it asks: it can be given another one, or be taken back. It counts as waiting. */
  readonly isAsking: boolean
  readonly choose: (time: string) => void
  /** Takes the plan of a draft away. */
  readonly unplan: () => void
  /** Gives the post the chosen time: schedules a draft, moves what waits. */
  readonly schedule: (isRepeatMeant?: boolean, gapsMeant?: readonly Variable[]) => Promise<SendOutcome>
  readonly publishNow: (isRepeatMeant?: boolean, gapsMeant?: readonly Variable[]) => Promise<SendOutcome>
  /** Makes a draft of it again, which keeps the time as its plan. */
  readonly takeBack: () => Promise<void>
}

export interface SendingOptions {
  readonly workspaceId: string
  readonly store: ComposerStore
  readonly post: PostFacts
  /** Where the post is to go. */
  readonly targetIds: readonly string[]
  /** The client's. */
  readonly timeZone: string
}

/** When a post goes out, and what is done about it. */
export function useSending({ workspaceId, store, post, targetIds, timeZone }: SendingOptions): Sending {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const [isBusy, setBusy] = useState(false)
  const needsYes = useWorkspace(workspaceId)?.safety.approval === 'needed'
  const [opened] = useState(currentInstant)
  const suggested = suggestedTime(opened, timeZone, useTakenTimes(workspaceId, { accountIds: targetIds, postId: post.postId }))
  // Only of a post that waits, or empty: the time of a draft is the store's.
  const [typed, setTyped] = useState<string | null>(null)
  const [chosenLast, setChosenLast] = useState('')
  const { isAsking, isWaiting } = waitOf(post)
  const planned = plannedTime(post, timeZone)
  const scheduled = isWaiting ? scheduledTime(post, timeZone) : null
  const timeIs = timeKind(post, planned)
  const time = typed ?? (timeIs === 'scheduled' ? scheduled : timeIs === 'planned' ? planned : suggested) ?? suggested
  const hour = useDoubleHour(post, { time, scheduled, planned, timeZone }, store)

  function whenOf(localDateTime: string, isSecond: boolean): string {
    const resolved = resolveLocalTime(localDateTime, timeZone)
    return resolved.kind === 'unreadable' ? '' : formats.dayAndTime(chosenMoment(resolved, isSecond), timeZone)
  }

  async function send(act: () => Promise<StudioError | null>): Promise<SendOutcome> {
    setBusy(true)
    const error = await act()
    setBusy(false)
    keepFocus()
    if (error?.code === 'repeat_needs_confirmation') return { repeatOn: String(error.details?.['accountId'] ?? '') }
    if (error) showFailure(error, workspaceId)
    // For the question at the next client; that it could not be written down is no reason to say anything.
    else if (!isWaiting) void saveSettings({ lastPublishingWorkspaceId: workspaceId })
    return error === null ? 'done' : 'failed'
  }

  /** With the way back, where there is one. */
  function tellHour(label: string, before: HourBefore | null): void {
    const { postId } = post
    const after = store.state.getState()
    const schedule = after.kind === 'ready' ? after.post.schedule : null
    const what = after.kind === 'ready' ? wordsOf(after.post.content) : ''
    if (isAsking && schedule !== null) rememberMove({ workspaceId, kind: 'success', label, moved: [{ postId, dueAt: schedule.dueAt }], excerpt: what })
    else if (before !== null && schedule !== null) rememberHour({ workspaceId, postId, label, dueAt: schedule.dueAt, before, what })
    else showPostToast({ workspaceId, postId }, { kind: 'success', title: label })
  }

  async function isDone(act: () => Promise<StudioError | null>): Promise<boolean> {
    setBusy(true)
    const error = await act()
    setBusy(false)
    keepFocus()
    if (error) showFailure(error, workspaceId)
    return error === null
  }

  return {
    time,
    when: whenOf(time, hour.isSecond),
    timeZone,
    scheduledFor: scheduled,
    timeIs,
    unsettled: unsettledOf(post),
    isBusy,
    movedFrom: isMovedOn(chosenLast, time, timeZone) ? chosenLast.slice(11, 16) : null,
    isWaiting,
    isAsking,
    ...hour,
    choose(chosen) {
      setChosenLast(chosen)
      setTyped(isWaiting || chosen === '' ? chosen : null)
      if (!isWaiting && chosen !== '') store.plan(chosen)
    },
    unplan() {
      setTyped(null)
      store.plan(null)
    },
    async schedule(isRepeatMeant = false, gapsMeant = []) {
      const outcome = await send(() => (isWaiting ? store.reschedule({ localDateTime: time, isSecond: hour.isSecond }, isRepeatMeant) : store.schedule({ kind: 'at', localDateTime: time, isSecond: hour.isSecond }, isRepeatMeant, gapsMeant)))
      if (outcome !== 'done') return outcome
      setTyped(null)
      const before = isWaiting && !isAsking ? hourBefore(post, whenOf(scheduled ?? '', hour.wasSecond)) : null
      const label = t(wordOfTime(post, isWaiting), { when: whenOf(time, hour.isSecond) })
      tellHour(label, before)
      return outcome
    },
    publishNow: (isRepeatMeant = false, gapsMeant = []) => send(() => store.schedule({ kind: 'now' }, isRepeatMeant, gapsMeant)),
    async takeBack() {
      const { postId, revision } = post
      // It comes back from its network first, which may take a while; then it is a draft.
      if (post.jobs.some((job) => job.handOver !== null)) {
        await isDone(async () => errorOf(await studio.request('handOver.takeBack', { workspaceId, postId, afterwards: 'edit' })))
        return
      }
      if (!(await isDone(() => store.unschedule()))) return
      setTyped(null)
      const after = store.state.getState()
      // What was to leave at once has no time to be given back.
      if (scheduled === null || after.kind !== 'ready' || after.post.plan === null) return
      const named = { what: wordsOf(after.post.content), when: whenOf(scheduled, hour.wasSecond) }
      // A time that has passed cannot be given back.
      if (isAsking || stopOf(after.post.approval, needsYes) !== null) return showPostToast({ workspaceId, postId }, { title: t('schedule.takenBack', named), detail: t('schedule.takenBackText') })
      offerToSend({
        workspaceId,
        postId,
        label: t('schedule.takenBack', named),
        detail: t('schedule.takenBackText'),
        action: t('schedule.again', named),
        done: t('schedule.againDone', named),
        async send() {
          // Of exactly what was scheduled: written on since, it is refused.
          const answer = await studio.request('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: scheduled, isSecond: hour.wasSecond }, isRepeatMeant: true })
          return answer.ok ? null : answer.error
        }
      })
    }
  }
}

function waitOf(post: PostFacts): Pick<Sending, 'isAsking' | 'isWaiting'> {
  const isAsking = post.status === 'needs_attention' && post.jobs.some(isToMove)
  return { isAsking, isWaiting: (post.status === 'scheduled' || isAsking) && post.schedule !== null }
}

function unsettledOf({ jobs }: PostFacts): Sending['unsettled'] {
  if (jobs.some(({ afterReturn }) => afterReturn !== undefined)) return 'comingBack'
  return stillAtOf(jobs) === null ? null : 'moving'
}

/** A time that has passed is no time any more. */
function timeKind(post: PostFacts, planned: string | null): Sending['timeIs'] {
  const { isAsking, isWaiting } = waitOf(post)
  if (isAsking) return 'suggested'
  return isWaiting ? 'scheduled' : planned === null ? 'suggested' : 'planned'
}

interface Times {
  readonly time: string
  readonly scheduled: string | null
  readonly planned: string | null
  readonly timeZone: string
}

/** Which of an hour that comes twice is meant. A choice holds for the time it was made at, and for no other; that of a plan is kept with the draft. */
function useDoubleHour(post: PostFacts, { time, scheduled, planned, timeZone }: Times, store: ComposerStore): Pick<Sending, 'isSecond' | 'wasSecond' | 'chooseSecond'> {
  const [choice, setChoice] = useState<{ readonly time: string; readonly isSecond: boolean } | null>(null)
  const wasSecond = scheduled !== null && post.schedule !== null && isSecondTime(post.schedule.dueAt, timeZone)
  const isPlan = scheduled === null && time === planned
  const isKeptSecond = isPlan ? isPlannedSecond(post, timeZone) : wasSecond && time === scheduled
  return {
    isSecond: !isPlan && choice?.time === time ? choice.isSecond : isKeptSecond,
    wasSecond,
    chooseSecond(isSecond) {
      if (isPlan) store.plan(time, isSecond)
      else setChoice({ time, isSecond })
    }
  }
}

function errorOf(answer: Result<unknown>): StudioError | null {
  return answer.ok ? null : answer.error
}

/** Whoever keeps the plan writes down the hour that exists; what was asked for is known here alone. */
function isMovedOn(chosen: string, time: string, timeZone: string): boolean {
  const resolved = resolveLocalTime(chosen, timeZone)
  return resolved.kind === 'gap' && resolved.localDateTime === time
}

/** What waits with a network has another time once that network says so. */
function wordOfTime({ jobs }: PostFacts, isWaiting: boolean): 'schedule.changeAsked' | 'schedule.changed' | 'schedule.done' {
  if (jobs.some((job) => job.handOver !== null)) return 'schedule.changeAsked'
  return isWaiting ? 'schedule.changed' : 'schedule.done'
}
