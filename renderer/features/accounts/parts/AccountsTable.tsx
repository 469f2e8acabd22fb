import { MoreHorizontal, Plug, RefreshCw, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account, AccountState } from '../../../../shared/accounts/account.ts'
import { Badge, type Tone } from '../../../components/Badge.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { Menu } from '../../../components/Menu.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { Table, type TableColumn } from '../../../components/Table.tsx'
import { currentInstant } from '../../../shell/use-now.ts'
import { describeAccess } from '../describe-access.ts'
import styles from './AccountsTable.module.css'

export interface AccountsTableProps {
  readonly accounts: readonly Account[]
  readonly onCheck: (account: Account) => void
  readonly onReconnect: (account: Account) => void
  readonly onRemove: (account: Account) => void
}

const stateTones: Readonly<Record<AccountState, Tone>> = { connected: 'success', needs_login: 'danger', secret_missing: 'danger' }

/** One line for each account: who, whether it works, how long, and what can be done. */
export function AccountsTable({ accounts, onCheck, onReconnect, onRemove }: AccountsTableProps): React.JSX.Element {
  const { t, i18n } = useTranslation('accounts')
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })

  function accessText(account: Account): string {
    const access = describeAccess(account.accessEndsAt, currentInstant())
    if (access.kind === 'forever') return t('accessForever')
    return access.kind === 'ended' ? t('accessEnded') : t('accessEnds', { count: access.days })
  }

  const columns: readonly TableColumn<Account>[] = [
    {
      id: 'account',
      header: t('column.account'),
      cell: (account) => (
        <span className={styles.account}>
          <NetworkIcon networkId={account.networkId} size={24} />
          <span className={styles.names}>
            <strong>{account.displayName || account.handle}</strong>
            <span>{account.handle}</span>
          </span>
        </span>
      )
    },
    { id: 'state', header: t('column.state'), width: '14rem', cell: (account) => <Badge tone={stateTones[account.state]}>{t(`state.${account.state}`)}</Badge> },
    { id: 'access', header: t('column.access'), width: '10rem', cell: accessText },
    { id: 'checked', header: t('column.checked'), width: '11rem', cell: (account) => (account.lastCheckedAt === null ? t('neverChecked') : when.format(account.lastCheckedAt)) },
    {
      id: 'actions',
      header: t('column.actions'),
      align: 'end',
      width: '5rem',
      cell: (account) => (
        <Menu
          align="end"
          trigger={<IconButton icon={MoreHorizontal} label={t('actionsFor', { handle: account.handle })} />}
          entries={[
            { id: 'check', label: t('check'), icon: RefreshCw, onSelect: () => onCheck(account) },
            ...(account.networkId === 'practice' ? [] : [{ id: 'reconnect', label: t('reconnect'), icon: Plug, onSelect: () => onReconnect(account) } as const]),
            { kind: 'separator', id: 'line' },
            { id: 'remove', label: t('remove'), icon: Trash2, tone: 'danger', onSelect: () => onRemove(account) }
          ]}
        />
      )
    }
  ]
  return <Table caption={t('title')} columns={columns} rows={accounts} rowKey={(account) => account.id} />
}
