import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { Idea } from '../../../shared/ideas/idea.ts'
import { isSecondTime, resolveLocalTime, toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { studio } from '../../bridge/studio-client.ts'
import { currentInstant } from '../../bridge/system-clock.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { useFormats } from '../../language/use-formats.ts'
import { rememberUndo } from '../../shell/undo-store.ts'
import { slotAt } from './calendar-slots.ts'

export interface PlanNew {
  /** The idea gets a draft with its source, planned for then, and is ready. */
  readonly idea: (idea: Idea, localDateTime: string) => Promise<void>
  /** A draft with these of the library. */
  readonly pictures: (mediaIds: readonly string[], localDateTime: string) => Promise<void>
}

/** Gives a day to what is no post yet, and offers the way back: the draft goes again, unless somebody has written on it since. */
export function usePlanNew({ id: workspaceId, timeZone }: Pick<Workspace, 'id' | 'timeZone'>): PlanNew {
  const { t } = useTranslation(['calendar', 'composer', 'ideas'])
  const formats = useFormats()

  /** Null when it is over, which is said. */
  function timeOf(wanted: string): { readonly at: string; readonly when: string; readonly detail: string } | null {
    const slot = slotAt(wanted, currentInstant(), timeZone)
    const resolved = resolveLocalTime(slot.kind === 'over' ? '' : slot.at, timeZone)
    if (slot.kind === 'over' || resolved.kind === 'unreadable') {
      showToast({ kind: 'warning', title: t('slotOver'), detail: t('shelf.staysOnShelf') })
      return null
    }
    const detail = resolved.kind === 'gap' ? t('composer:schedule.gap', { typed: slot.at.slice(11, 16), time: formats.time(resolved.instant, timeZone) }) : resolved.kind === 'overlap' ? t('composer:schedule.overlap') : t('plannedText')
    return { at: slot.at, when: formats.dayAndTime(resolved.instant, timeZone), detail }
  }

  return {
    async idea(idea, wanted) {
      const time = timeOf(wanted)
      if (time === null) return
      const answer = await studio.request('ideas.plan', { workspaceId, ideaId: idea.id, newPostId: newId(), plannedFor: time.at })
      if (!answer.ok) return showFailure(answer.error, workspaceId)
      const { postId, isNew } = answer.value
      const names = { what: idea.title, when: time.when, stage: t(`ideas:stage.${idea.stage}`) }
      rememberUndo({
        workspaceId,
        postId,
        label: t('planned', names),
        detail: time.detail,
        will: t('undo.unplanIdea', names),
        undone: t('undo.unplannedIdea', names),
        async undo() {
          const before = idea.post?.plan ?? null
          const error = isNew ? await takeAway(workspaceId, postId) : await planAgain(workspaceId, postId, before === null ? null : { at: toLocalDateTime(before.at, timeZone), isSecond: isSecondTime(before.at, timeZone) })
          if (error !== null || idea.stage === 'ready') return error
          const moved = await studio.request('ideas.move', { workspaceId, ideaId: idea.id, stage: idea.stage, before: null })
          return moved.ok ? null : moved.error
        }
      })
    },
    async pictures(mediaIds, wanted) {
      const time = timeOf(wanted)
      if (time === null) return
      const answer = await studio.request('library.openDraft', { workspaceId, mediaIds: mediaIds.slice(0, 20), newPostId: newId(), plannedFor: time.at })
      if (!answer.ok) return showFailure(answer.error, workspaceId)
      const { postId } = answer.value
      const names = { count: mediaIds.length, when: time.when }
      rememberUndo({ workspaceId, postId, label: t('shelf.plannedPictures', names), detail: time.detail, will: t('undo.unplanPictures', names), undone: t('undo.unplannedPictures', names), undo: () => takeAway(workspaceId, postId) })
    }
  }
}

/** A draft that nobody has written on goes; another one only loses its day. */
async function takeAway(workspaceId: string, postId: string): Promise<StudioError | null> {
  const read = await studio.request('posts.read', { workspaceId, postId })
  if (!read.ok) return read.error.code === 'not_found' ? null : read.error
  if (read.value.post.revision > 1) return planAgain(workspaceId, postId, null)
  const removed = await studio.request('posts.remove', { workspaceId, postId })
  return removed.ok ? null : removed.error
}

async function planAgain(workspaceId: string, postId: string, plan: { readonly at: string; readonly isSecond: boolean } | null): Promise<StudioError | null> {
  const planned = await studio.request('posts.plan', { workspaceId, postId, plannedFor: plan?.at ?? null, plansSecond: plan?.isSecond ?? false })
  return planned.ok ? null : planned.error
}
