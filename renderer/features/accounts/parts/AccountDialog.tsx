import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { isByHand } from '../../../../shared/networks/is-by-hand.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { ConnectDialog } from './ConnectDialog.tsx'
import { MissingDialog } from './MissingDialog.tsx'
import { SharedAccountDialog } from './SharedAccountDialog.tsx'

export type RemovableAccount = Pick<Account, 'id' | 'handle'> & Partial<Pick<Account, 'networkId'>>

export type OpenDialog = { readonly kind: 'none' } | { readonly kind: 'connect'; readonly account: Account | null; readonly isAtOnce?: boolean } | { readonly kind: 'remove'; readonly account: RemovableAccount } | { readonly kind: 'shared' | 'missing'; readonly account: Account }

export interface AccountDialogProps {
  readonly workspaceId: string
  readonly clientName: string
  readonly dialog: OpenDialog
  readonly onClose: () => void
  readonly onConnected: (account: Account) => void
  /** Asks whether it is to be removed, and says what becomes of its posts. */
  readonly onAskRemoval: (account: RemovableAccount) => void
  readonly onRemove: (account: RemovableAccount) => void
}

/** The one dialog that may be open over the list of accounts. */
export function AccountDialog({ workspaceId, clientName, dialog, onClose, onConnected, onAskRemoval, onRemove }: AccountDialogProps): React.JSX.Element | null {
  const { t } = useTranslation('accounts')
  switch (dialog.kind) {
    case 'none':
      return null
    case 'connect':
      return <ConnectDialog workspaceId={workspaceId} clientName={clientName} account={dialog.account} isAtOnce={dialog.isAtOnce ?? false} onClose={onClose} onConnected={onConnected} />
    case 'shared':
      return <SharedAccountDialog clientName={clientName} account={dialog.account} onKeep={onClose} onRemove={() => onAskRemoval(dialog.account)} />
    case 'missing':
      return <MissingDialog networkId={dialog.account.networkId} onClose={onClose} />
    case 'remove':
      return (
        <ConfirmDialog
          open
          onOpenChange={onClose}
          tone="danger"
          title={t('removeTitle', { handle: dialog.account.handle })}
          text={<RemovalText account={dialog.account} />}
          confirmLabel={t('removeConfirm')}
          onConfirm={() => onRemove(dialog.account)}
        />
      )
  }
}

/** What becomes of its key and of its posts; and of the access at its network, where only the person can end it. */
function RemovalText({ account }: { readonly account: RemovableAccount }): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const { networkId } = account
  return (
    <>
      <p>{t(hasNoKey(account) ? 'byHand.removeText' : 'removeText')}</p>
      {endsElsewhere(networkId) && <p>{t(`removeAtNetwork.${networkId}`)}</p>}
    </>
  )
}

const endedByHand = ['facebook', 'linkedin', 'linkedin_page', 'instagram', 'threads', 'wordpress', 'discourse', 'telegram', 'discord', 'dailymotion', 'bluesky'] as const

/** Its network ends an access, or a key that was made by hand, only in its own settings. The others are told at the removal. */
function endsElsewhere(networkId: string | undefined): networkId is (typeof endedByHand)[number] {
  return endedByHand.some((each) => each === networkId)
}

/** Of one where the person publishes, nothing lies in the keychain that anybody could use. */
export function hasNoKey({ networkId }: RemovableAccount): boolean {
  return networkId !== undefined && isByHand(networkId)
}
