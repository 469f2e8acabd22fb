import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useBrowserLogin } from '../use-browser-login.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { WaitingForBrowser } from './WaitingForBrowser.tsx'
import styles from './ConnectForm.module.css'

export function MastodonForm(props: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const [serverUrl, setServerUrl] = useState(props.account?.serverUrl ?? '')
  const login = useBrowserLogin(props, 'mastodon')

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    if (serverUrl.trim() !== '') void login.begin(serverUrl)
  }

  if (login.state.kind === 'waiting') return <WaitingForBrowser login={login} />

  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      <p className={styles.how}>{t('mastodon.how')}</p>
      <TextField label={t('mastodon.server')} placeholder={t('mastodon.serverPlaceholder')} value={serverUrl} onChange={setServerUrl} spellCheck={false} autoCapitalize="none" />
      {login.state.kind === 'idle' && login.state.error && <ErrorState size="inline" error={login.state.error} />}
      <div className={styles.submit}>
        <Button type="submit" variant="primary" busy={login.state.kind === 'opening'} disabled={serverUrl.trim() === ''}>
          {t('mastodon.submit')}
        </Button>
      </div>
    </form>
  )
}
