import { useTranslation } from 'react-i18next'
import type { UnservedAccount } from '../../../../shared/accounts/account.ts'
import { Banner } from '../../../components/Banner.tsx'
import { Button } from '../../../components/Button.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import styles from './UnservedAccounts.module.css'

export interface UnservedAccountsProps {
  readonly accounts: readonly UnservedAccount[]
  readonly onRemove: (account: UnservedAccount) => void
}

/** Accounts whose network only another version of Vigie knows. */
export function UnservedAccounts({ accounts, onRemove }: UnservedAccountsProps): React.JSX.Element | null {
  const { t } = useTranslation('accounts')
  if (accounts.length === 0) return null
  return (
    <section className={styles.unserved} aria-label={t('unservedTitle')}>
      <Banner kind="warning" title={t('unservedTitle')}>
        {t('unservedText')}
      </Banner>
      <ul className={styles.list}>
        {accounts.map((account) => (
          <li key={account.id} className={styles.account}>
            <NetworkIcon networkId={account.networkName} size={24} />
            <span className={styles.names}>
              <strong>{account.displayName || account.handle}</strong>
              <span>
                {account.handle} · {account.networkName}
              </span>
            </span>
            <Button size="small" variant="quiet" onClick={() => onRemove(account)} aria-label={t('removeTitle', { handle: account.handle })}>
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
