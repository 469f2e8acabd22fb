import { t } from 'i18next'
import type { Idea } from '../../../shared/ideas/idea.ts'
import { studio } from '../../bridge/studio-client.ts'
import { showFailure } from '../../components/show-failure.ts'
import { rememberUndo } from '../../shell/undo-store.ts'

/** Deletes it and offers the way back: as the same one, made anew, with its post. */
export async function removeIdea(workspaceId: string, { id, stage, title, note, source, postId }: Idea): Promise<void> {
  const answer = await studio.request('ideas.remove', { workspaceId, ideaId: id })
  if (!answer.ok) return showFailure(answer.error, workspaceId)
  rememberUndo({
    workspaceId,
    label: t('ideas:removed', { title }),
    will: t('ideas:removedWill', { title }),
    undone: t('ideas:removedUndone', { title }),
    async undo() {
      const saved = await studio.request('ideas.save', { workspaceId, idea: { id, stage, title, note, source, postId } })
      return saved.ok ? null : saved.error
    }
  })
}
