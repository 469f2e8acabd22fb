import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import { AccountName } from '../../../components/AccountName.tsx'
import { Button } from '../../../components/Button.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { useErrorTexts } from '../../../language/use-error-texts.ts'
import safety from '../../safety/safety.module.css'
import type { MissedEntry } from './missed-entries.ts'
import type { Refused } from './decide-in-pieces.ts'

export interface MissedRefusedProps {
  readonly entries: readonly MissedEntry[]
  readonly accounts: readonly Account[]
  readonly refused: Refused
  readonly isBusy: boolean
  readonly onClose: () => void
  /** The same text twice is what the person wants. */
  readonly onMeant: () => void
}

/** What was not carried out, and why, account by account; the rest was. */
export function MissedRefused({ entries, accounts, refused, isBusy, onClose, onMeant }: MissedRefusedProps): React.JSX.Element {
  const { t } = useTranslation(['queue', 'components'])
  const repeats = refused.filter(({ error }) => error.code === 'repeat_needs_confirmation').length
  const accountOf = (jobId: string): Account | undefined => {
    const entry = entries.find(({ jobs }) => jobs.some((job) => job.jobId === jobId))
    const accountId = entry?.accountIds[entry.jobs.findIndex((job) => job.jobId === jobId)]
    return accounts.find(({ id }) => id === accountId)
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t('missed.refused', { count: refused.length })}
      description={t('missed.refusedText')}
      footer={
        <>
          <Button onClick={onClose}>{t('components:close')}</Button>
          {repeats > 0 && (
            <Button variant="primary" busy={isBusy} onClick={onMeant}>
              {t('missed.meant', { count: repeats })}
            </Button>
          )}
        </>
      }
    >
      <ul className={safety.held}>
        {refused.map(({ jobId, error }) => (
          <Line key={jobId} excerpt={entries.find(({ jobs }) => jobs.some((job) => job.jobId === jobId))?.excerpt ?? ''} account={accountOf(jobId)} error={error} />
        ))}
      </ul>
    </Dialog>
  )
}

function Line({ excerpt, account, error }: { readonly excerpt: string; readonly account: Account | undefined; readonly error: StudioError }): React.JSX.Element {
  const { what, next } = useErrorTexts(error)
  return (
    <li className={safety.heldLine}>
      <span className={safety.heldTexts}>
        <span className={safety.excerpt}>{excerpt}</span>
        {account !== undefined && (
          <span className={safety.heldAccounts}>
            <span>
              <NetworkIcon networkId={account.networkId} size={14} />
              <AccountName displayName={account.displayName} handle={account.handle} />
            </span>
          </span>
        )}
        <span>{what}</span>
        <span className={safety.quiet}>{next}</span>
      </span>
    </li>
  )
}
