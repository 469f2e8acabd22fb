import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { TextField } from '../../../components/TextField.tsx'
import type { BrowserLogin } from '../use-browser-login.ts'
import type { PasswordForm } from '../use-connect-with-password.ts'
import styles from './ConnectForm.module.css'

export interface BlueskyBrowserFormProps {
  readonly login: BrowserLogin
  readonly form: Pick<PasswordForm, 'serverUrl' | 'identifier'>
  readonly onChange: (changes: Partial<Pick<PasswordForm, 'serverUrl' | 'identifier'>>) => void
}

/** Whose account it is comes first: it says which server's page the browser has to open. */
export function BlueskyBrowserForm({ login, form, onChange }: BlueskyBrowserFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const canSubmit = form.identifier.trim() !== '' && form.serverUrl.trim() !== ''

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    if (canSubmit) void login.begin(form.serverUrl, form.identifier)
  }

  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      <div className={styles.how}>
        <p>{t('bluesky.browserHow')}</p>
        <p>{t('bluesky.browserEnds')}</p>
      </div>
      <TextField label={t('bluesky.handle')} placeholder={t('bluesky.identifierPlaceholder')} value={form.identifier} onChange={(identifier) => onChange({ identifier })} spellCheck={false} autoCapitalize="none" />
      <TextField label={t('bluesky.server')} hint={t('bluesky.serverHint')} value={form.serverUrl} onChange={(serverUrl) => onChange({ serverUrl })} spellCheck={false} />
      {login.state.kind === 'idle' && login.state.error && <ErrorState size="inline" error={login.state.error} />}
      <div className={styles.submit}>
        <Button type="submit" variant="primary" busy={login.state.kind === 'opening'} disabled={!canSubmit}>
          {t('mastodon.submit')}
        </Button>
      </div>
    </form>
  )
}
