import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import { accountLabel } from '../../../components/account-label.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { useFormats } from '../../../language/use-formats.ts'

export interface TwiceQuestionProps {
  readonly accounts: readonly Account[]
  readonly timeZone: string
  /** `repeat_needs_confirmation`; null: nothing is asked. */
  readonly error: StudioError | null
  readonly onMeant: () => void
  readonly onLeave: () => void
}

/** Another post says the same near one of the days of the series: that may be an accident. */
export function TwiceQuestion({ accounts, timeZone, error, onMeant, onLeave }: TwiceQuestionProps): React.JSX.Element {
  const { t } = useTranslation('series')
  const formats = useFormats()
  const { at, state, accountId, count } = error?.details ?? {}
  const account = accounts.find(({ id }) => id === accountId)
  const first = t(`twice.${state === 'published' ? 'out' : 'waits'}`, { account: account === undefined ? '—' : accountLabel(account), when: typeof at === 'number' ? formats.dayAndTime(at, timeZone) : '…' })
  const more = typeof count === 'number' && count > 1 ? [t('twice.more', { count: count - 1 })] : []
  return <ConfirmDialog open={error !== null} onOpenChange={onLeave} cautious title={t('twice.title')} text={[first, ...more, t('twice.safe')].join(' ')} confirmLabel={t('twice.confirm')} onConfirm={onMeant} />
}
