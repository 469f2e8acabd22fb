import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { xCapabilities } from '../../../../shared/networks/x-capabilities.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Button } from '../../../components/Button.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { iconProps } from '../../../components/icon.ts'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { useBrowserLogin } from '../use-browser-login.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { OwnAppEntryForm } from './OwnAppEntryForm.tsx'
import { WaitingForBrowser } from './WaitingForBrowser.tsx'
import formStyles from './ConnectForm.module.css'
import styles from './OwnApp.module.css'

type Checked = 'accepted' | 'not_told' | null

/** X, through an app of the user's own: first the app, then the login. */
export function XForm(props: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const { workspaceId } = props
  const clientName = useWorkspace(workspaceId)?.name ?? ''
  const [apps, reload] = useRequest('ownApps.list', { workspaceId }, [])
  const [checked, setChecked] = useState<Checked>(null)
  const login = useBrowserLogin(props, 'x')
  const { ownApp } = xCapabilities

  if (apps.kind === 'loading') return <LoadingState shape="table" rows={3} />
  if (apps.kind === 'failed' || ownApp === undefined) return <ErrorState {...(apps.kind === 'failed' ? { error: apps.error } : {})} onRetry={reload} />
  if (login.state.kind === 'waiting') return <WaitingForBrowser login={login} />
  const app = apps.value.apps.find(({ networkId }) => networkId === 'x')

  if (app === undefined) {
    const steps = [t('x.stepConsole'), t('x.stepKind'), t('x.stepAddresses'), t('x.stepSite'), t('x.stepCopy')]
    const handleSaved = (next: Checked): void => {
      setChecked(next)
      reload()
    }
    return <OwnAppEntryForm workspaceId={workspaceId} clientName={clientName} network={xCapabilities} ownApp={ownApp} texts={{ why: t('x.why'), steps, addressStep: 2 }} onSaved={handleSaved} />
  }

  async function handleForget(): Promise<void> {
    if (app === undefined) return
    await studio.request('ownApps.remove', { workspaceId, networkId: 'x', scope: app.scope })
    setChecked(null)
    reload()
  }

  return (
    <div className={formStyles.form}>
      <div className={styles.kept}>
        <CircleCheck {...iconProps} />
        <p>
          <strong>{app.scope === 'workspace' ? t('ownApp.keptForClient', { client: clientName }) : t('ownApp.keptForAll')}</strong>{' '}
          {checked === 'accepted' && t('ownApp.accepted', { network: xCapabilities.name })}
          {checked === 'not_told' && t('ownApp.notTold', { network: xCapabilities.name })}
        </p>
        <Button size="small" variant="quiet" onClick={() => void handleForget()}>
          {t('ownApp.forget')}
        </Button>
      </div>
      <p className={formStyles.how}>{t('x.login')}</p>
      {login.state.kind === 'idle' && login.state.error && <ErrorState size="inline" error={login.state.error} />}
      <div className={formStyles.submit}>
        <Button variant="primary" busy={login.state.kind === 'opening'} onClick={() => void login.begin('x.com')}>
          {t('mastodon.submit')}
        </Button>
      </div>
    </div>
  )
}
