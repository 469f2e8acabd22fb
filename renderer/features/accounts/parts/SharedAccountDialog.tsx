import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useClientNames } from '../../../shell/studio-store.ts'

export interface SharedAccountDialogProps {
  readonly clientName: string
  readonly account: Account
  readonly onKeep: () => void
  readonly onRemove: () => void
}

/** After a login that brought an account which another client has: the browser may still have been logged in there. Taking it away again is what is offered first. */
export function SharedAccountDialog({ clientName, account, onKeep, onRemove }: SharedAccountDialogProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const clients = useFormats().list(useClientNames(account.alsoAt ?? []))
  const { handle } = account
  return (
    <ConfirmDialog
      open
      onOpenChange={onKeep}
      title={t('shared.title', { handle, clients })}
      text={
        <>
          <p>{t('shared.text', { handle, clients, client: clientName })}</p>
          <p>{t('shared.other')}</p>
        </>
      }
      cancelLabel={t('shared.keep')}
      confirmLabel={t('shared.remove', { client: clientName })}
      onConfirm={onRemove}
    />
  )
}
