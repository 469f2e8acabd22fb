import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Table } from '../../../components/Table.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import { accountColumns, type AccountActions } from './account-columns.tsx'

export interface AccountsTableProps extends AccountActions {
  readonly workspaceId: string
  readonly accounts: readonly Account[]
}

/** One line for each account: who, whether it works, how long, and what can be done. */
export function AccountsTable({ workspaceId, accounts, ...actions }: AccountsTableProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const formats = useFormats()
  const now = useNow()
  const { t: ofFigures } = useTranslation('figures')
  const [figures] = useRequest('figures.ofAccounts', { workspaceId }, ['figures.changed', 'accounts.changed'])
  const followers = { header: ofFigures('column'), of: figures.kind === 'ready' ? figures.value.accounts : [] }
  return <Table caption={t('title')} columns={accountColumns(t, formats, now, actions, followers)} rows={accounts} rowKey={(account) => account.id} />
}
