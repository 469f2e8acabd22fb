import { useTranslation } from 'react-i18next'
import type { PostSummary } from '../../../shared/posts/post.ts'
import { studio } from '../../bridge/studio-client.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { useFormats } from '../../language/use-formats.ts'
import { rememberUndo } from '../../shell/undo-store.ts'

/** Gives a post another time and offers the way back; `revert` puts its card back when the move is refused. */
export function useMovePost(workspaceId: string, timeZone: string, posts: readonly PostSummary[]): (postId: string, localDateTime: string, revert: () => void) => Promise<void> {
  const { t } = useTranslation('calendar')
  const formats = useFormats()
  return async (postId, localDateTime, revert) => {
    const before = posts.find((post) => post.id === postId)?.schedule?.localDateTime
    const answer = await studio.request('posts.reschedule', { workspaceId, postId, localDateTime })
    if (!answer.ok) {
      revert()
      return showFailure(answer.error, workspaceId)
    }
    const { schedule } = answer.value.post
    const label = t('moved', { when: schedule ? formats.dayAndTime(schedule.dueAt, timeZone) : '' })
    if (before === undefined) return void showToast({ workspaceId, title: label })
    rememberUndo({
      workspaceId,
      label,
      async undo() {
        const undone = await studio.request('posts.reschedule', { workspaceId, postId, localDateTime: before })
        return undone.ok ? null : undone.error
      }
    })
  }
}
