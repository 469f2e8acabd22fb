import { t } from 'i18next'
import { hoursApart } from '../../../shared/posts/hours-apart.ts'
import { isOver } from '../../../shared/schedule/is-over.ts'
import { studio } from '../../bridge/studio-client.ts'
import { currentInstant } from '../../bridge/system-clock.ts'
import { rememberUndo } from '../../shell/undo-store.ts'
import type { PostFacts } from './composer-state.ts'

export interface HourBefore {
  /** In words. */
  readonly when: string
  /** Its accounts were to leave at hours of their own. */
  readonly isApart: boolean
}

/** The hour of a post that waits, before it has another; null where it could not be given back: it has passed, or its network has to be asked first. */
export function hourBefore({ schedule, jobs }: Pick<PostFacts, 'schedule' | 'jobs'>, when: string): HourBefore | null {
  if (schedule === null || isOver(schedule.dueAt, currentInstant()) || jobs.some(({ handOver }) => handOver !== null)) return null
  return { when, isApart: hoursApart(jobs.filter(({ finishedAt }) => finishedAt === null), schedule.dueAt).length > 0 }
}

interface ChangedHour {
  readonly workspaceId: string
  readonly postId: string
  readonly label: string
  /** The hour that it was given, ms since the epoch. */
  readonly dueAt: number
  readonly before: HourBefore
  readonly what: string
}

/** As after dragging it on the calendar: each account has the hour again that it had. */
export function rememberHour({ workspaceId, postId, label, dueAt, before: { when, isApart }, what }: ChangedHour): void {
  const named = { what, when }
  rememberUndo({
    workspaceId,
    postId,
    kind: 'success',
    label,
    ...(isApart ? { detail: t('calendar:apart.moved') } : {}),
    will: t(isApart ? 'calendar:undo.apart' : 'calendar:undo.move', named),
    undone: t(isApart ? 'calendar:undo.apartDone' : 'calendar:undo.moved', named),
    async undo() {
      const answer = await studio.request('posts.undoReschedule', { workspaceId, postId, dueAt })
      return answer.ok ? null : answer.error
    }
  })
}
