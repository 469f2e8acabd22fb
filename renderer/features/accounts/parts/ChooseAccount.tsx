import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoginChoice } from '../../../../shared/contract/accounts.contract.ts'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import { Button } from '../../../components/Button.tsx'
import { iconProps } from '../../../components/icon.ts'
import type { BrowserLogin } from '../use-browser-login.ts'
import { ConnectActions } from './ConnectActions.tsx'
import { ConnectFailure } from './ConnectFailure.tsx'
import styles from './ConnectForm.module.css'

/** The login opens several accounts: which of them is this client's. */
export function ChooseAccount({ login, choices, text }: { readonly login: BrowserLogin; readonly choices: readonly LoginChoice[]; readonly text: string }): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const [error, setError] = useState<StudioError | null>(null)
  return (
    <div className={styles.form}>
      <p>{text}</p>
      <div className={styles.networks}>
        {choices.map(({ remoteId, displayName, handle }) => (
          <button key={remoteId} type="button" className={styles.choice} onClick={() => void login.choose(remoteId).then(setError)}>
            <span>
              <strong>{displayName}</strong>
              {handle !== displayName && <span>{handle}</span>}
            </span>
            <ChevronRight {...iconProps} />
          </button>
        ))}
      </div>
      <ConnectFailure error={error} />
      <ConnectActions>
        <Button onClick={login.cancel}>{t('dialog.cancel')}</Button>
      </ConnectActions>
    </div>
  )
}
