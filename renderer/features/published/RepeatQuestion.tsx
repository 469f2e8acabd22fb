import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { accountLabel } from '../../components/account-label.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { useFormats } from '../../language/use-formats.ts'

export interface RepeatQuestionProps {
  readonly account: Account
  readonly timeZone: string
  /** `repeat_needs_confirmation`; null: nothing is asked. */
  readonly error: StudioError | null
  readonly onMeant: () => void
  readonly onLeave: () => void
}

/** The new words stand on the account already, or are about to, in another post: that may be an accident. */
export function RepeatQuestion({ account, timeZone, error, onMeant, onLeave }: RepeatQuestionProps): React.JSX.Element {
  const { t } = useTranslation('published')
  const formats = useFormats()
  const at = error?.details?.['at']
  const isOut = error?.details?.['state'] === 'published'
  const when = typeof at === 'number' ? formats.dayAndTime(at, timeZone) : '…'
  return <ConfirmDialog open={error !== null} onOpenChange={onLeave} title={t('edit.repeat.title')} text={t(`edit.repeat.${isOut ? 'out' : 'waits'}`, { account: accountLabel(account), when })} confirmLabel={t('edit.repeat.confirm')} onConfirm={onMeant} />
}
