import { useId, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { textProblems } from '../../../../shared/accounts/connect-fields.ts'
import { Button } from '../../../components/Button.tsx'
import { TextField } from '../../../components/TextField.tsx'
import type { BrowserLogin } from '../use-browser-login.ts'
import { useCheckedFields } from '../use-checked-fields.ts'
import type { PasswordForm } from '../use-connect-with-password.ts'
import { ConnectActions } from './ConnectActions.tsx'
import { ConnectFailure } from './ConnectFailure.tsx'
import styles from './ConnectForm.module.css'

export interface BlueskyBrowserFormProps {
  readonly login: BrowserLogin
  readonly form: Pick<PasswordForm, 'serverUrl' | 'identifier'>
  readonly onChange: (changes: Partial<Pick<PasswordForm, 'serverUrl' | 'identifier'>>) => void
}

/** Whose account it is comes first: it says which server's page the browser has to open. */
export function BlueskyBrowserForm({ login, form, onChange }: BlueskyBrowserFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const formId = useId()
  const { errors, check } = useCheckedFields(textProblems({ identifier: form.identifier, serverUrl: form.serverUrl }))
  const canSubmit = form.identifier.trim() !== '' && form.serverUrl.trim() !== ''

  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (canSubmit && check(event.currentTarget)) void login.begin(form.serverUrl, form.identifier)
  }

  return (
    <form id={formId} className={styles.form} onSubmit={handleSubmit} noValidate>
      <div className={styles.how}>
        <p>{t('bluesky.browserHow')}</p>
        <p>{t('bluesky.browserEnds')}</p>
      </div>
      <TextField label={t('bluesky.handle')} placeholder={t('bluesky.identifierPlaceholder')} error={errors.identifier} value={form.identifier} onChange={(identifier) => onChange({ identifier })} spellCheck={false} autoCapitalize="none" />
      <TextField label={t('bluesky.server')} hint={t('bluesky.serverHint')} error={errors.serverUrl} value={form.serverUrl} onChange={(serverUrl) => onChange({ serverUrl })} spellCheck={false} />
      <ConnectFailure error={login.state.kind === 'idle' ? login.state.error : null} />
      <ConnectActions>
        <Button type="submit" form={formId} variant="primary" busy={login.state.kind === 'opening'} disabled={!canSubmit}>
          {t('mastodon.submit')}
        </Button>
      </ConnectActions>
    </form>
  )
}
