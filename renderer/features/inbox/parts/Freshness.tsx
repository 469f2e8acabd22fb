import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { reachOfAccounts } from '../../../../shared/accounts/reach-of-accounts.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { IconButton } from '../../../components/IconButton.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useStudio } from '../../../shell/studio-store.ts'
import styles from './Freshness.module.css'

/** How old the list may be at worst: the time of the account that was asked longest ago, and which one cannot be read. */
export function Freshness({ workspaceId, accounts }: { readonly workspaceId: string; readonly accounts: readonly Account[] }): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const formats = useFormats()
  const connection = useStudio((state) => state.connectivity.state)
  const [loaded, reload] = useRequest('inbox.freshness', { workspaceId }, ['inbox.freshnessChanged', 'accounts.changed', 'connectivity.changed'])
  const states = loaded.kind === 'ready' ? loaded.value.accounts : []
  const failing = states.find((state) => state.state === 'error')
  const times = states.flatMap((state) => state.asOf ?? [])
  const oldest = times.length === 0 ? null : Math.min(...times)

  function text(): string {
    if (failing) return t('freshnessError', { handle: accounts.find((account) => account.id === failing.accountId)?.handle ?? '' })
    if (oldest === null) return t('freshnessNever')
    return t(reachOfAccounts(connection, accounts) === 'all' ? 'freshness' : 'freshnessOffline', { when: formats.time(oldest) })
  }

  async function handleRefresh(): Promise<void> {
    await studio.request('inbox.refresh', { workspaceId })
    reload()
  }

  return (
    <span className={styles.freshness} data-failing={failing !== undefined}>
      {text()}
      <IconButton size="small" icon={RefreshCw} label={t('refresh')} onClick={() => void handleRefresh()} />
    </span>
  )
}
