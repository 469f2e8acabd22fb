import { ChevronDown, ChevronUp, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { isByHand } from '../../../../shared/networks/is-by-hand.ts'
import { AccountName } from '../../../components/AccountName.tsx'
import { Button } from '../../../components/Button.tsx'
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

/** More than these leave too little room for the text: then the chosen ones are counted, and named in the tabs below. */
const shownAtOnce = 4

/** The client's accounts as chips; the pressed ones get the post. */
export function TargetPicker({ accounts, targets, isEditable, onToggle }: TargetPickerProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const mayFold = accounts.length > shownAtOnce
  const [isOpen, setOpen] = useState(() => targets.length < 2)
  const isFolded = mayFold && !isOpen
  return (
    <div className={styles.targets} data-jump="targets" role="group" aria-label={t('targets')}>
      <span className={styles.label} aria-hidden="true">
        {t('targets')}
      </span>
      {isFolded && <Folded accounts={accounts} targets={targets} />}
      {(isFolded ? [] : accounts).map((account) => (
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
      {mayFold && (
        <Button size="small" variant="quiet" icon={isFolded ? ChevronDown : ChevronUp} aria-expanded={!isFolded} onClick={() => setOpen(isFolded)}>
          {t(isFolded ? 'targetsMore' : 'targetsFewer')}
        </Button>
      )}
    </div>
  )
}

function Folded({ accounts, targets }: Pick<TargetPickerProps, 'accounts' | 'targets'>): React.JSX.Element {
  const { t } = useTranslation('composer')
  const chosen = accounts.filter(({ id }) => targets.some(({ accountId }) => accountId === id))
  return (
    <span className={styles.folded}>
      {t('targetsChosen', { chosen: chosen.length, count: accounts.length })}
      {chosen.filter(({ state }) => state !== 'connected').map(({ id, handle }) => (
        <TriangleAlert key={id} {...smallIconProps} className={styles.warning} role="img" aria-hidden={false} aria-label={t('targetNeedsLogin', { handle })} />
      ))}
    </span>
  )
}
