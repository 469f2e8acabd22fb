import { CheckCheck, FilterX, Hourglass, Link2, TriangleAlert, WifiOff, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Button } from '../../../components/Button.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { navigate } from '../../../shell/route-store.ts'
import { routeTo } from '../../../shell/route.ts'
import { useStudio } from '../../../shell/studio-store.ts'
import { emptyInbox, textOfView, type EmptyInboxReason } from '../empty-inbox.ts'
import type { InboxFilter } from '../inbox-filter.ts'

export interface EmptyInboxProps {
  readonly workspaceId: string
  readonly filter: InboxFilter
  readonly accounts: readonly Account[]
  readonly onFilter: (filter: InboxFilter) => void
}

/** Why there is no conversation here, and what can be done: only who is connected and was read can be “all answered”. */
export function EmptyInbox({ workspaceId, filter, accounts, onFilter }: EmptyInboxProps): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const connection = useStudio((state) => state.connectivity.state)
  const [loaded] = useRequest('inbox.freshness', { workspaceId }, ['inbox.freshnessChanged', 'accounts.changed'])
  if (loaded.kind === 'loading') return <LoadingState rows={8} />
  const why = emptyInbox({ filter, accounts, freshness: loaded.kind === 'ready' ? loaded.value.accounts : [], connection })
  const openAccounts = (): void => navigate(routeTo('accounts', workspaceId))
  const shared = { size: 'small', icon: iconOf(why) } as const
  switch (why.kind) {
    case 'view':
      return <EmptyState {...shared} title={t(`empty.${why.view}`)} text={t(`empty.${textOfView(why.view, accounts)}`)} />
    case 'unconnected':
      return <EmptyState {...shared} title={t('empty.unconnected')} text={t('empty.unconnectedText')} action={<Button variant="primary" onClick={openAccounts}>{t('empty.connect')}</Button>} />
    case 'filtered':
      return (
        <EmptyState {...shared} title={t('empty.filtered')} text={t('empty.filteredText')} action={<Button onClick={() => onFilter({ view: filter.view, kind: null, accountId: null })}>{t('empty.unfilter')}</Button>} />
      )
    case 'unreadable':
      return <EmptyState {...shared} title={t('empty.unreadable')} text={t('empty.unreadableText', { handle: why.handle })} action={<Button onClick={openAccounts}>{t('empty.seeAccounts')}</Button>} />
    case 'first_look':
    case 'waiting':
      return <EmptyState {...shared} title={t(`empty.${why.kind}`)} text={t(`empty.${why.kind}Text`)} />
  }
}

function iconOf({ kind }: EmptyInboxReason): LucideIcon {
  const icons = { view: CheckCheck, unconnected: Link2, filtered: FilterX, unreadable: TriangleAlert, first_look: Hourglass, waiting: WifiOff } as const
  return icons[kind]
}
