import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { Workspace } from '../../../../shared/workspaces/workspace.ts'
import { Button } from '../../../components/Button.tsx'
import { exportLedger } from './export-ledger.ts'
import type { LedgerTexts } from './ledger-rows.ts'

/** The whole ledger as a file, in the language on screen. */
export function ExportButton({ workspace, accounts }: { readonly workspace: Workspace; readonly accounts: readonly Account[] }): React.JSX.Element {
  const { t, i18n } = useTranslation(['ledger', 'queue', 'components', 'errors', 'reasons'])
  const words: LedgerTexts = t
  return (
    <Button variant="quiet" icon={Download} onClick={() => void exportLedger(workspace, accounts, i18n.resolvedLanguage === 'fr' ? 'fr' : 'en', words)}>
      {t('exportCsv')}
    </Button>
  )
}
