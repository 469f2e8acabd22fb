import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useConnectWithPassword } from '../use-connect-with-password.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import styles from './ConnectForm.module.css'

export function WordpressForm({ workspaceId, account, onConnected }: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const connection = useConnectWithPassword(workspaceId, 'wordpress', { serverUrl: account?.serverUrl ?? '', identifier: '' }, { account, onConnected })

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    void connection.submit()
  }

  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      <p className={styles.how}>{t('wordpress.how')}</p>
      <TextField label={t('wordpress.site')} placeholder={t('wordpress.sitePlaceholder')} value={connection.form.serverUrl} onChange={(serverUrl) => connection.change({ serverUrl })} spellCheck={false} />
      <TextField label={t('wordpress.identifier')} value={connection.form.identifier} onChange={(identifier) => connection.change({ identifier })} spellCheck={false} autoCapitalize="none" />
      <TextField label={t('wordpress.password')} hint={t('wordpress.passwordHint')} type="password" autoComplete="off" value={connection.form.appPassword} onChange={(appPassword) => connection.change({ appPassword })} />
      {connection.error && <ErrorState size="inline" error={connection.error} />}
      <div className={styles.submit}>
        <Button type="submit" variant="primary" busy={connection.isBusy} disabled={!connection.canSubmit}>
          {t('dialog.submit')}
        </Button>
      </div>
    </form>
  )
}
