import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { ProgressBar } from '../../../components/ProgressBar.tsx'
import { TextField } from '../../../components/TextField.tsx'
import type { BrowserLogin } from '../use-browser-login.ts'
import styles from './ConnectForm.module.css'

/** While the login goes on in the browser. Where it does not find its way back (or is not meant to), the address that it ended on is pasted here. */
export function WaitingForBrowser({ login, isPasted = false }: { readonly login: BrowserLogin; readonly isPasted?: boolean }): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const [address, setAddress] = useState('')
  const [isWrong, setWrong] = useState(false)

  async function handlePaste(event: FormEvent): Promise<void> {
    event.preventDefault()
    const isTaken = await login.finish(address)
    setAddress('')
    setWrong(!isTaken)
  }

  return (
    <div className={styles.form}>
      <div className={styles.form} role="status">
        <p className={styles.waiting}>{t('waiting.title')}</p>
        <ProgressBar label={t('waiting.title')} value={null} />
        <p className={styles.how}>{isPasted ? t('waiting.pasteText') : t('waiting.text')}</p>
      </div>
      <form className={styles.paste} onSubmit={(event) => void handlePaste(event)}>
        <TextField
          label={t('waiting.address')}
          hint={isPasted ? undefined : t('waiting.addressHint')}
          error={isWrong ? t('waiting.wrongAddress') : undefined}
          value={address}
          onChange={(next) => {
            setWrong(false)
            setAddress(next)
          }}
          spellCheck={false}
          autoComplete="off"
        />
        <div className={styles.submit}>
          <Button onClick={login.cancel}>{t('waiting.cancel')}</Button>
          <Button type="submit" variant={isPasted ? 'primary' : 'secondary'} disabled={address.trim() === ''}>
            {t('waiting.finish')}
          </Button>
        </div>
      </form>
    </div>
  )
}
