import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { SecretField } from '../../../components/SecretField.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { studio } from '../../../bridge/studio-client.ts'
import { useConnectWithPassword } from '../use-connect-with-password.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { PasswordConnectForm } from './PasswordConnectForm.tsx'
import styles from './ConnectForm.module.css'

const botFather = 'https://t.me/BotFather'
const apiServer = 'https://api.telegram.org'

export function TelegramForm({ workspaceId, account, onConnected }: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const initial = { serverUrl: account?.serverUrl ?? apiServer, identifier: account === null ? '' : account.handle.startsWith('@') ? account.handle : account.remoteId }
  const connection = useConnectWithPassword(workspaceId, 'telegram', initial, { account, onConnected })

  return (
    <PasswordConnectForm connection={connection}>
      <div className={styles.how}>
        <ol className={styles.steps}>
          <li>{t('telegram.step1')}</li>
          <li>{t('telegram.step2')}</li>
          <li>{t('telegram.step3')}</li>
          <li>{t('telegram.step4')}</li>
        </ol>
        <Button size="small" variant="quiet" trailingIcon={ExternalLink} onClick={() => void studio.request('studio.openExternal', { url: botFather })}>
          {t('telegram.open')}
        </Button>
      </div>
      <TextField label={t('telegram.channel')} hint={t('telegram.channelHint')} placeholder={t('telegram.channelPlaceholder')} error={connection.errors.identifier} value={connection.form.identifier} onChange={(identifier) => connection.change({ identifier })} spellCheck={false} autoCapitalize="none" />
      <SecretField label={t('telegram.token')} hint={t('telegram.tokenHint')} error={connection.errors.appPassword} value={connection.form.appPassword} onChange={(appPassword) => connection.change({ appPassword })} />
    </PasswordConnectForm>
  )
}
