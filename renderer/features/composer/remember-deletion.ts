import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { studio } from '../../bridge/studio-client.ts'
import { rememberUndo } from '../../shell/undo-store.ts'
import { plannedTime, type OpenPost } from './composer-state.ts'

/** Keeps what a draft was for as long as the window stands, so that deleting it can be taken back: as the same post, made anew. */
export function rememberDeletion({ id: workspaceId, timeZone }: Pick<Workspace, 'id' | 'timeZone'>, removed: OpenPost, label: string): void {
  const { postId, content, origin } = removed
  const plannedFor = plannedTime(removed, timeZone)
  rememberUndo({
    workspaceId,
    label,
    async undo() {
      const answer = await studio.request('posts.saveDraft', { workspaceId, postId, revision: 0, content, origin, plannedFor })
      return answer.ok ? null : answer.error
    }
  })
}
