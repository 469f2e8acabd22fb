import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { studio } from '../../../bridge/studio-client.ts'
import { useConnectWithPassword } from '../use-connect-with-password.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { PasswordConnectForm } from './PasswordConnectForm.tsx'
import styles from './ConnectForm.module.css'

const appPasswordPage = 'https://bsky.app/settings/app-passwords'

export function BlueskyForm({ workspaceId, account, onConnected }: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const initial = { serverUrl: account?.serverUrl ?? 'https://bsky.social', identifier: account?.handle.replace(/^@/, '') ?? '' }
  const connection = useConnectWithPassword(workspaceId, 'bluesky', initial, { account, onConnected })

  return (
    <PasswordConnectForm connection={connection}>
      <div className={styles.how}>
        <p>{t('bluesky.how')}</p>
        <Button size="small" variant="quiet" trailingIcon={ExternalLink} onClick={() => void studio.request('studio.openExternal', { url: appPasswordPage })}>
          {t('bluesky.open')}
        </Button>
      </div>
      <TextField label={t('bluesky.identifier')} placeholder={t('bluesky.identifierPlaceholder')} value={connection.form.identifier} onChange={(identifier) => connection.change({ identifier })} spellCheck={false} autoCapitalize="none" />
      <TextField label={t('bluesky.password')} hint={t('bluesky.passwordHint')} type="password" autoComplete="off" value={connection.form.appPassword} onChange={(appPassword) => connection.change({ appPassword })} />
      <TextField label={t('bluesky.server')} hint={t('bluesky.serverHint')} value={connection.form.serverUrl} onChange={(serverUrl) => connection.change({ serverUrl })} spellCheck={false} />
    </PasswordConnectForm>
  )
}
