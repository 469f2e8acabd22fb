import { Plug } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import { studio } from '../../bridge/studio-client.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Banner } from '../../components/Banner.tsx'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { ScreenFrame } from '../../shell/ScreenFrame.tsx'
import { checkSecretStore, useStudio, useWorkspace } from '../../shell/studio-store.ts'
import { AccountDialog, hasNoKey, type OpenDialog, type RemovableAccount } from './parts/AccountDialog.tsx'
import { AccountsTable } from './parts/AccountsTable.tsx'
import { PracticeCard } from './parts/PracticeCard.tsx'
import { EndingVersions } from './parts/EndingVersions.tsx'
import { UnservedAccounts } from './parts/UnservedAccounts.tsx'
import styles from './Screen.module.css'

/** The connections of one client: which accounts, whether they work, for how long. */
export function AccountsScreen({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const workspace = useWorkspace(workspaceId)
  const secretStore = useStudio((state) => state.secretStore)
  const platform = useStudio((state) => state.environment?.platform ?? 'linux')
  const [loaded, reload] = useRequest('accounts.list', { workspaceId }, ['accounts.changed'])
  const [dialog, setDialog] = useState<OpenDialog>({ kind: 'none' })
  const clientName = workspace?.name ?? ''
  const isPractice = workspace?.kind === 'practice'

  async function handleCheck(account: Account): Promise<void> {
    const answer = await studio.request('accounts.check', { workspaceId, accountId: account.id })
    if (answer.ok) showToast({ kind: 'success', workspaceId, title: t('checked', { handle: answer.value.handle }) })
    else showFailure(answer.error, workspaceId)
  }

  /** One click: without the user where the network lets Vigie renew, else straight to the login. */
  async function handleRenew(account: Account): Promise<void> {
    const answer = await studio.request('accounts.renew', { workspaceId, accountId: account.id })
    if (!answer.ok) showFailure(answer.error, workspaceId)
    else if (answer.value.outcome === 'renewed') showToast({ kind: 'success', workspaceId, title: t('renewed', { handle: account.handle }) })
    else setDialog({ kind: 'connect', account, isAtOnce: true })
  }

  async function handleRemove(account: RemovableAccount): Promise<void> {
    const answer = await studio.request('accounts.remove', { workspaceId, accountId: account.id })
    setDialog({ kind: 'none' })
    if (answer.ok) showToast({ kind: 'success', workspaceId, title: t(hasNoKey(account) ? 'byHand.removed' : 'removed', { handle: account.handle }) })
    else showFailure(answer.error, workspaceId)
  }

  function handleConnected(account: Account): void {
    // Where a certain one was connected again, it was asked about when it came.
    const isAsked = dialog.kind === 'connect' && dialog.account === null
    setDialog(isAsked && (account.alsoAt ?? []).length > 0 ? { kind: 'shared', account } : { kind: 'none' })
    showToast({ kind: 'success', workspaceId, title: t(hasNoKey(account) ? 'byHand.added' : 'connected', { handle: account.handle }) })
  }

  const connectButton = (
    <Button variant="primary" icon={Plug} onClick={() => setDialog({ kind: 'connect', account: null })}>
      {t('connect')}
    </Button>
  )

  const isEmpty = loaded.kind === 'ready' && loaded.value.accounts.length === 0 && loaded.value.unserved.length === 0

  return (
    <ScreenFrame body="page" title={t('title')} actions={isPractice || isEmpty ? undefined : connectButton}>
      <div className={styles.page}>
        {secretStore.state === 'missing' && !isPractice && (
          <Banner kind="warning" title={t('noKeychainTitle')} actions={<Button size="small" onClick={() => void checkSecretStore()}>{t('checkKeychain')}</Button>}>
            {t(`noKeychainText.${platform}`)}
          </Banner>
        )}
        {isPractice && <PracticeCard workspaceId={workspaceId} />}
        {loaded.kind === 'loading' && <LoadingState shape="table" rows={4} />}
        {loaded.kind === 'failed' && <ErrorState error={loaded.error} onRetry={reload} />}
        {isEmpty && (
          <EmptyState icon={Plug} title={t('emptyTitle')} text={t('emptyText', { client: clientName })} action={connectButton} />
        )}
        {loaded.kind === 'ready' && <EndingVersions accounts={loaded.value.accounts} />}
        {loaded.kind === 'ready' && loaded.value.accounts.length > 0 && (
          <AccountsTable
            workspaceId={workspaceId}
            accounts={loaded.value.accounts}
            onCheck={(account) => void handleCheck(account)}
            onRenew={(account) => void handleRenew(account)}
            onReconnect={(account) => setDialog({ kind: 'connect', account })}
            onRemove={(account) => setDialog({ kind: 'remove', account })}
            onAskMissing={(account) => setDialog({ kind: 'missing', account })}
          />
        )}
        {loaded.kind === 'ready' && <UnservedAccounts accounts={loaded.value.unserved} onRemove={(account) => setDialog({ kind: 'remove', account })} />}
      </div>
      <AccountDialog workspaceId={workspaceId} clientName={clientName} dialog={dialog} onClose={() => setDialog({ kind: 'none' })} onConnected={handleConnected} onAskRemoval={(account) => setDialog({ kind: 'remove', account })} onRemove={(account) => void handleRemove(account)} />
    </ScreenFrame>
  )
}
