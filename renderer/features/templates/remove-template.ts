import { t } from 'i18next'
import { studio } from '../../bridge/studio-client.ts'
import { showFailure } from '../../components/show-failure.ts'
import { rememberUndo } from '../../shell/undo-store.ts'

/** Deletes it and offers the way back: as the same one, made anew. */
export async function removeTemplate(workspaceId: string, templateId: string): Promise<void> {
  const template = await studio.request('templates.read', { workspaceId, templateId })
  if (!template.ok) return showFailure(template.error, workspaceId)
  const answer = await studio.request('templates.remove', { workspaceId, templateId })
  if (!answer.ok) return showFailure(answer.error, workspaceId)
  const { name } = template.value
  rememberUndo({
    workspaceId,
    label: t('templates:removed', { name }),
    will: t('templates:removedWill', { name }),
    undone: t('templates:removedUndone', { name }),
    async undo() {
      const saved = await studio.request('templates.save', { workspaceId, template: template.value })
      return saved.ok ? null : saved.error
    }
  })
}
