import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { shortName } from '../../../components/account-label.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useFreshLimits } from '../use-fresh-limits.ts'
import styles from './OldLimits.module.css'

interface OldLimitsProps {
  readonly workspaceId: string
  readonly accounts: readonly Account[]
  readonly targets: readonly { readonly accountId: string }[]
}

/** Keeps what the servers of the post's accounts take young, and says calmly of whom it could not be asked: counters and checks go by what was known. */
export const OldLimits = memo(function OldLimits({ workspaceId, accounts, targets }: OldLimitsProps): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const notTold = useFreshLimits(workspaceId, targets.map(({ accountId }) => accountId))
  const names = accounts.filter(({ id }) => notTold.includes(id)).map(shortName)
  return names.length === 0 ? null : <p className={styles.line}>{t('limitsNotTold', { count: names.length, accounts: formats.list(names) })}</p>
})
