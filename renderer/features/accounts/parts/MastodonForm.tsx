import { useId, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { textProblems } from '../../../../shared/accounts/connect-fields.ts'
import { Button } from '../../../components/Button.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { keepBegun } from '../begun-forms.ts'
import { useBrowserLogin } from '../use-browser-login.ts'
import { useCheckedFields } from '../use-checked-fields.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { WaitingForBrowser } from './WaitingForBrowser.tsx'
import { ConnectActions } from './ConnectActions.tsx'
import { ConnectFailure } from './ConnectFailure.tsx'
import styles from './ConnectForm.module.css'

const useBegunServer = keepBegun<string>()

export function MastodonForm(props: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const formId = useId()
  const [serverUrl, setServerUrl] = useBegunServer({ workspaceId: props.workspaceId, place: `mastodon ${props.account?.id ?? ''}` }, props.account?.serverUrl ?? '')
  const { errors, check } = useCheckedFields(textProblems({ serverUrl }))
  const login = useBrowserLogin(props, 'mastodon')

  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (check(event.currentTarget)) void login.begin(serverUrl)
  }

  if (login.state.kind === 'waiting') return <WaitingForBrowser login={login} />

  return (
    <form id={formId} className={styles.form} onSubmit={handleSubmit} noValidate>
      <p className={styles.how}>{t('mastodon.how')}</p>
      <TextField label={t('mastodon.server')} placeholder={t('mastodon.serverPlaceholder')} error={errors.serverUrl} value={serverUrl} onChange={setServerUrl} spellCheck={false} autoCapitalize="none" />
      <ConnectFailure error={login.state.kind === 'idle' ? login.state.error : null} />
      <ConnectActions>
        <Button type="submit" form={formId} variant="primary" busy={login.state.kind === 'opening'} disabled={serverUrl.trim() === ''}>
          {t('mastodon.submit')}
        </Button>
      </ConnectActions>
    </form>
  )
}
