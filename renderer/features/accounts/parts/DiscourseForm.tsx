import { useTranslation } from 'react-i18next'
import { SecretField } from '../../../components/SecretField.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useConnectWithPassword } from '../use-connect-with-password.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { PasswordConnectForm } from './PasswordConnectForm.tsx'
import styles from './ConnectForm.module.css'

export function DiscourseForm({ workspaceId, account, onConnected }: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const category = /\/c\/\d+$/.exec(account?.remoteId ?? '')?.[0] ?? ''
  const initial = { serverUrl: account === null ? '' : `${account.serverUrl}${category}`, identifier: account?.handle.replace(/^@/, '').split('@')[0] ?? '' }
  const connection = useConnectWithPassword(workspaceId, 'discourse', initial, { account, onConnected })

  return (
    <PasswordConnectForm connection={connection}>
      <ol className={styles.steps}>
        <li>{t('discourse.step1')}</li>
        <li>{t('discourse.step2')}</li>
        <li>{t('discourse.step3')}</li>
      </ol>
      <TextField label={t('discourse.forum')} hint={t('discourse.forumHint')} placeholder={t('discourse.forumPlaceholder')} error={connection.errors.serverUrl} value={connection.form.serverUrl} onChange={(serverUrl) => connection.change({ serverUrl })} spellCheck={false} />
      <TextField label={t('discourse.identifier')} error={connection.errors.identifier} value={connection.form.identifier} onChange={(identifier) => connection.change({ identifier })} spellCheck={false} autoCapitalize="none" />
      <SecretField label={t('discourse.key')} hint={t('discourse.keyHint')} error={connection.errors.appPassword} value={connection.form.appPassword} onChange={(appPassword) => connection.change({ appPassword })} />
    </PasswordConnectForm>
  )
}
