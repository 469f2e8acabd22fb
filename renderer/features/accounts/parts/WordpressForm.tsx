import { useTranslation } from 'react-i18next'
import { SecretField } from '../../../components/SecretField.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useConnectWithPassword } from '../use-connect-with-password.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { PasswordConnectForm } from './PasswordConnectForm.tsx'
import styles from './ConnectForm.module.css'

export function WordpressForm({ workspaceId, account, onConnected }: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const connection = useConnectWithPassword(workspaceId, 'wordpress', { serverUrl: account?.serverUrl ?? '', identifier: '' }, { account, onConnected })

  return (
    <PasswordConnectForm connection={connection}>
      <p className={styles.how}>{t('wordpress.how')}</p>
      <TextField label={t('wordpress.site')} placeholder={t('wordpress.sitePlaceholder')} error={connection.errors.serverUrl} value={connection.form.serverUrl} onChange={(serverUrl) => connection.change({ serverUrl })} spellCheck={false} />
      <TextField label={t('wordpress.identifier')} error={connection.errors.identifier} value={connection.form.identifier} onChange={(identifier) => connection.change({ identifier })} spellCheck={false} autoCapitalize="none" />
      <SecretField label={t('wordpress.password')} hint={t('wordpress.passwordHint')} error={connection.errors.appPassword} value={connection.form.appPassword} onChange={(appPassword) => connection.change({ appPassword })} />
    </PasswordConnectForm>
  )
}
