import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkSources, type LinkDefaults } from '../../../shared/links/link-tags.ts'
import { studio } from '../../bridge/studio-client.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { SectionHeader } from '../../components/SectionHeader.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { showToast } from '../../components/toaster.ts'
import { useWorkspace } from '../../shell/studio-store.ts'
import styles from '../settings/Screen.module.css'
import { readSourceLines, writeSourceLines } from './source-lines.ts'

/** What this client's links say of where they were clicked. */
export function LinkTagsSettings({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element | null {
  const { t } = useTranslation('linkTags')
  const workspace = useWorkspace(workspaceId)
  const [defaults, reload] = useRequest('linkTags.read', { workspaceId }, ['linkTags.changed'])
  if (workspace === undefined) return null
  return (
    <section className={styles.section}>
      <SectionHeader title={t('settings.title')} text={t('settings.text', { client: workspace.name })} />
      <div className={styles.card}>
        {defaults.kind === 'loading' ? <LoadingState shape="table" rows={2} /> : defaults.kind === 'failed' ? <ErrorState size="small" error={defaults.error} onRetry={reload} /> : <DefaultsForm workspaceId={workspaceId} client={workspace.name} defaults={defaults.value} />}
      </div>
    </section>
  )
}

function DefaultsForm({ workspaceId, client, defaults }: { readonly workspaceId: string; readonly client: string; readonly defaults: LinkDefaults }): React.JSX.Element {
  const { t } = useTranslation('linkTags')
  const [written, setWritten] = useState({ medium: defaults.medium, campaign: defaults.campaign, sources: writeSourceLines(defaults.sources) })
  const [isSaving, setSaving] = useState(false)
  const sources = readSourceLines(written.sources)
  const next = sources === null ? null : { medium: written.medium.trim(), campaign: written.campaign.trim(), sources }

  async function handleSave(): Promise<void> {
    if (next === null) return
    setSaving(true)
    const answer = await studio.request('linkTags.save', { workspaceId, defaults: next })
    setSaving(false)
    if (answer.ok) showToast({ kind: 'success', title: t('settings.saved', { client }) })
    else showFailure(answer.error)
  }

  return (
    <>
      <TextField label={t('tag.medium')} maxLength={100} value={written.medium} onChange={(medium) => setWritten({ ...written, medium })} />
      <TextField label={t('tag.campaign')} hint={t('settings.campaignHint')} maxLength={100} value={written.campaign} onChange={(campaign) => setWritten({ ...written, campaign })} />
      <TextArea
        label={t('settings.sources')}
        hint={t('settings.sourcesHint')}
        placeholder="x = twitter"
        rows={2}
        maxRows={8}
        value={written.sources}
        onChange={(lines) => setWritten({ ...written, sources: lines })}
        {...(sources === null ? { error: t('settings.sourcesWrong', { names: linkSources.join(', ') }) } : {})}
      />
      <div>
        <Button busy={isSaving} disabled={next === null || JSON.stringify(next) === JSON.stringify(defaults)} onClick={() => void handleSave()}>
          {t('settings.save')}
        </Button>
      </div>
    </>
  )
}
