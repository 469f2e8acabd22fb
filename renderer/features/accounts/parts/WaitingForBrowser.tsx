import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import { Button } from '../../../components/Button.tsx'
import { ProgressBar } from '../../../components/ProgressBar.tsx'
import { TextField } from '../../../components/TextField.tsx'
import type { BrowserLogin } from '../use-browser-login.ts'
import { ConnectActions } from './ConnectActions.tsx'
import { ConnectFailure } from './ConnectFailure.tsx'
import styles from './ConnectForm.module.css'

/** While the login goes on in the browser. Where it does not find its way back (or is not meant to), the address that it ended on is pasted here. */
export function WaitingForBrowser({ login, isPasted = false }: { readonly login: BrowserLogin; readonly isPasted?: boolean }): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const formId = useId()
  const [address, setAddress] = useState('')
  const [error, setError] = useState<StudioError | null>(null)
  const isWrong = error?.code === 'invalid_input'

  async function handlePaste(event: FormEvent): Promise<void> {
    event.preventDefault()
    const refused = await login.finish(address)
    setError(refused)
    // What was refused stays, to be looked at and mended.
    if (refused === null) setAddress('')
  }

  return (
    <div className={styles.form}>
      <div className={styles.form} role="status">
        <p className={styles.waiting}>{t('waiting.title')}</p>
        <ProgressBar label={t('waiting.title')} value={null} />
        <p className={styles.how}>{isPasted ? t('waiting.pasteText') : t('waiting.text')}</p>
      </div>
      <form id={formId} className={styles.paste} onSubmit={(event) => void handlePaste(event)}>
        <TextField
          label={t('waiting.address')}
          hint={isPasted ? undefined : t('waiting.addressHint')}
          error={isWrong ? t('waiting.wrongAddress') : undefined}
          value={address}
          onChange={(next) => {
            setError(null)
            setAddress(next)
          }}
          spellCheck={false}
          autoComplete="off"
        />
        <ConnectFailure error={isWrong ? null : error} />
        <ConnectActions>
          <Button onClick={login.cancel}>{t('waiting.cancel')}</Button>
          <Button type="submit" form={formId} variant={isPasted ? 'primary' : 'secondary'} disabled={address.trim() === ''}>
            {t('waiting.finish')}
          </Button>
        </ConnectActions>
      </form>
    </div>
  )
}
