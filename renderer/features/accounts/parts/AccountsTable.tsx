import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { Table } from '../../../components/Table.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import { accountColumns, type AccountActions } from './account-columns.tsx'

export interface AccountsTableProps extends AccountActions {
  readonly accounts: readonly Account[]
}

/** One line for each account: who, whether it works, how long, and what can be done. */
export function AccountsTable({ accounts, ...actions }: AccountsTableProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const formats = useFormats()
  const now = useNow()
  return <Table caption={t('title')} columns={accountColumns(t, formats, now, actions)} rows={accounts} rowKey={(account) => account.id} />
}
