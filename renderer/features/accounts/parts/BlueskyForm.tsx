import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { SecretField } from '../../../components/SecretField.tsx'
import { SegmentedControl } from '../../../components/SegmentedControl.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { studio } from '../../../bridge/studio-client.ts'
import { keepBegun } from '../begun-forms.ts'
import { useBrowserLogin } from '../use-browser-login.ts'
import { useConnectWithPassword, type PasswordConnection } from '../use-connect-with-password.ts'
import { BlueskyBrowserForm } from './BlueskyBrowserForm.tsx'
import type { ConnectFormProps } from './connect-form-props.ts'
import { PasswordConnectForm } from './PasswordConnectForm.tsx'
import { WaitingForBrowser } from './WaitingForBrowser.tsx'
import styles from './ConnectForm.module.css'

const appPasswordPage = 'https://bsky.app/settings/app-passwords'

type Way = 'browser' | 'password'

const useBegunWay = keepBegun<Way>()

/** Two ways in: the browser needs no password made first, an app password does not end. What is typed of the account stays when the way is changed. */
export function BlueskyForm(props: ConnectFormProps): React.JSX.Element {
  const { workspaceId, account, onConnected } = props
  const { t } = useTranslation('accounts')
  // An access without an end came from an app password.
  const [way, setWay] = useBegunWay({ workspaceId, place: `bluesky way ${account?.id ?? ''}` }, account !== null && account.accessEndsAt === null ? 'password' : 'browser')
  const initial = { serverUrl: account?.serverUrl ?? 'https://bsky.social', identifier: account?.handle.replace(/^@/, '') ?? '' }
  const connection = useConnectWithPassword(workspaceId, 'bluesky', initial, { account, onConnected })
  const login = useBrowserLogin(props, 'bluesky')

  if (login.state.kind === 'waiting') return <WaitingForBrowser login={login} />

  return (
    <div className={styles.form}>
      <SegmentedControl<Way> label={t('bluesky.way')} value={way} onChange={setWay} segments={[{ value: 'browser', label: t('bluesky.browser') }, { value: 'password', label: t('bluesky.password') }]} />
      {way === 'browser' ? <BlueskyBrowserForm login={login} form={connection.form} onChange={connection.change} /> : <PasswordWay connection={connection} />}
    </div>
  )
}

function PasswordWay({ connection }: { readonly connection: PasswordConnection }): React.JSX.Element {
  const { t } = useTranslation('accounts')
  return (
    <PasswordConnectForm connection={connection}>
      <div className={styles.how}>
        <p>{t('bluesky.how')}</p>
        <Button size="small" variant="quiet" trailingIcon={ExternalLink} onClick={() => void studio.request('studio.openExternal', { url: appPasswordPage })}>
          {t('bluesky.open')}
        </Button>
      </div>
      <TextField label={t('bluesky.identifier')} placeholder={t('bluesky.identifierPlaceholder')} error={connection.errors.identifier} value={connection.form.identifier} onChange={(identifier) => connection.change({ identifier })} spellCheck={false} autoCapitalize="none" />
      <SecretField label={t('bluesky.password')} hint={t('bluesky.passwordHint')} error={connection.errors.appPassword} value={connection.form.appPassword} onChange={(appPassword) => connection.change({ appPassword })} />
      <TextField label={t('bluesky.server')} hint={t('bluesky.serverHint')} error={connection.errors.serverUrl} value={connection.form.serverUrl} onChange={(serverUrl) => connection.change({ serverUrl })} spellCheck={false} />
    </PasswordConnectForm>
  )
}
