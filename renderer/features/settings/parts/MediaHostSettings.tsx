import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { SectionHeader } from '../../../components/SectionHeader.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { showToast } from '../../../components/toaster.ts'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { ForgetMediaHost } from './ForgetMediaHost.tsx'
import { MediaHostForm } from './MediaHostForm.tsx'
import styles from '../Screen.module.css'

/** Where networks that take no bytes fetch this client's pictures. */
export function MediaHostSettings({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element | null {
  const { t } = useTranslation('mediaHost')
  const workspace = useWorkspace(workspaceId)
  const [lying, setLying] = useState(0)
  const [read, reload] = useRequest('mediaHost.read', { workspaceId }, ['mediaHost.changed', 'accounts.changed', 'outbox.changed'])
  const [accounts] = useRequest('accounts.list', { workspaceId }, ['accounts.changed'])
  if (workspace === undefined || workspace.kind === 'practice') return null

  async function handleTry(): Promise<void> {
    const answer = await studio.request('mediaHost.try', { workspaceId })
    if (answer.ok) showToast({ kind: 'success', workspaceId, title: t('tried') })
    else showFailure(answer.error, workspaceId)
  }

  async function handleRemove(isMeant: boolean): Promise<void> {
    const answer = await studio.request('mediaHost.remove', { workspaceId, isMeant })
    setLying(answer.ok ? answer.value.lying : 0)
    if (answer.ok && answer.value.lying > 0) return
    if (answer.ok) showToast({ kind: 'success', workspaceId, title: t('removed') })
    else showFailure(answer.error, workspaceId)
  }

  return (
    <section className={styles.section} id="media-host">
      <SectionHeader title={t('title')} text={t('text', { client: workspace.name })} />
      <div className={styles.card}>
        {read.kind === 'loading' || accounts.kind === 'loading' ? (
          <LoadingState shape="table" rows={3} />
        ) : read.kind === 'failed' || accounts.kind === 'failed' ? (
          <ErrorState size="small" {...(read.kind === 'failed' ? { error: read.error } : {})} onRetry={reload} />
        ) : (
          <>
            <MediaHostForm key={JSON.stringify(read.value.host)} workspaceId={workspaceId} kept={read.value.host} sites={accounts.value.accounts.filter(({ networkId }) => networkId === 'wordpress')} onTry={handleTry} onRemove={() => handleRemove(false)} />
            <ForgetMediaHost lying={lying} onClose={() => setLying(0)} onConfirm={() => void handleRemove(true)} />
            {read.value.lying > 0 && <p className={styles.quiet}>{t('lying', { count: read.value.lying })}</p>}
          </>
        )}
      </div>
    </section>
  )
}
