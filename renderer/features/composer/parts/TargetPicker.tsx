import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { isByHand } from '../../../../shared/networks/is-by-hand.ts'
import { AccountName } from '../../../components/AccountName.tsx'
import { Badge } from '../../../components/Badge.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { smallIconProps } from '../../../components/icon.ts'
import { AlsoAt } from '../../../shell/AlsoAt.tsx'
import styles from './TargetPicker.module.css'

export interface TargetPickerProps {
  readonly accounts: readonly Account[]
  /** Those that get the post. */
  readonly targets: readonly { readonly accountId: string }[]
  readonly isEditable: boolean
  readonly onToggle: (accountId: string) => void
}

/** The client's accounts as chips; the pressed ones get the post. */
export function TargetPicker({ accounts, targets, isEditable, onToggle }: TargetPickerProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  return (
    <div className={styles.targets} role="group" aria-label={t('targets')}>
      <span className={styles.label} aria-hidden="true">
        {t('targets')}
      </span>
      {accounts.map((account) => (
        <button
          key={account.id}
          type="button"
          className={styles.chip}
          aria-pressed={targets.some(({ accountId }) => accountId === account.id)}
          disabled={!isEditable}
          onClick={() => onToggle(account.id)}
        >
          <NetworkIcon networkId={account.networkId} size={16} />
          <AccountName displayName={account.displayName} handle={account.handle} />
          {isByHand(account.networkId) && <Badge>{t('byHand.mark')}</Badge>}
          <AlsoAt ids={account.alsoAt} />
          {account.state === 'connected' ? null : <TriangleAlert {...smallIconProps} className={styles.warning} aria-hidden={false} aria-label={t('targetNeedsLogin', { handle: account.handle })} />}
        </button>
      ))}
    </div>
  )
}
