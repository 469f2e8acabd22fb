import { t } from 'i18next'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { studio } from '../../bridge/studio-client.ts'
import { rememberUndo } from '../../shell/undo-store.ts'
import { isPlannedSecond, plannedTime, type OpenPost } from './composer-state.ts'
import { wordsOf } from './words-of.ts'

/** Keeps what a draft was, so that deleting it can be taken back: as the same post, made anew. Call it once the screen that follows is there: there the key counts. */
export function rememberDeletion({ id: workspaceId, timeZone }: Pick<Workspace, 'id' | 'timeZone'>, removed: OpenPost): void {
  const { postId, content, origin } = removed
  const what = wordsOf(content)
  const plan = { plannedFor: plannedTime(removed, timeZone), plansSecond: isPlannedSecond(removed, timeZone) }
  rememberUndo({
    workspaceId,
    postId,
    label: t('composer:remove.done', { what }),
    will: t('composer:remove.will', { what }),
    undone: t('composer:remove.undone', { what }),
    async undo() {
      const answer = await studio.request('posts.saveDraft', { workspaceId, postId, revision: 0, content, origin, ...plan })
      return answer.ok ? null : answer.error
    }
  })
}
