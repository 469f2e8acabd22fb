import { useTranslation } from 'react-i18next'
import { undoSecondsChoices, type SafetyChanges } from '../../../../shared/workspaces/workspace-safety.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { SectionHeader } from '../../../components/SectionHeader.tsx'
import { Select } from '../../../components/Select.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { useWorkspace } from '../../../shell/studio-store.ts'
import styles from '../Screen.module.css'
import { ApprovalSwitch } from './ApprovalSwitch.tsx'

/** What keeps this client's publishing from accidents; every change acts at once. */
export function SafetySettings({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element | null {
  const { t } = useTranslation('safety')
  const workspace = useWorkspace(workspaceId)
  if (workspace === undefined) return null
  const { safety } = workspace

  async function change(changes: SafetyChanges): Promise<void> {
    const answer = await studio.request('workspaces.update', { workspaceId, changes: { safety: changes } })
    if (!answer.ok) showFailure(answer.error)
  }

  return (
    <section className={styles.section}>
      <SectionHeader title={t('settings.title')} text={t('settings.text', { client: workspace.name })} />
      <div className={styles.card}>
        <Select
          label={t('settings.undo')}
          hint={t('settings.undoHint')}
          value={String(safety.undoSeconds)}
          onChange={(value) => void change({ undoSeconds: undoSecondsChoices.find((seconds) => String(seconds) === value) })}
          options={undoSecondsChoices.map((seconds) => ({ value: String(seconds), label: seconds === 0 ? t('settings.undoNone') : t('settings.undoSeconds', { count: seconds }) }))}
        />
        <ApprovalSwitch workspaceId={workspaceId} timeZone={workspace.timeZone} isNeeded={safety.approval === 'needed'} onChange={(isNeeded) => void change({ approval: isNeeded ? 'needed' : 'not_needed' })} />
      </div>
    </section>
  )
}
