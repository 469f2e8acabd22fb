import { t } from 'i18next'
import type { Snippet } from '../../../shared/snippets/snippet.ts'
import { studio } from '../../bridge/studio-client.ts'
import { showFailure } from '../../components/show-failure.ts'
import { rememberUndo } from '../../shell/undo-store.ts'

/** Deletes it and offers the way back: as the same one, made anew. */
export async function removeSnippet(workspaceId: string, { id, kind, name, text }: Snippet): Promise<void> {
  const answer = await studio.request('snippets.remove', { workspaceId, snippetId: id })
  if (!answer.ok) return showFailure(answer.error, workspaceId)
  rememberUndo({
    workspaceId,
    label: t('snippets:removed', { name }),
    will: t('snippets:removedWill', { name }),
    undone: t('snippets:removedUndone', { name }),
    async undo() {
      const saved = await studio.request('snippets.save', { workspaceId, snippet: { id, kind, name, text } })
      return saved.ok ? null : saved.error
    }
  })
}
