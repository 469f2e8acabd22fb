import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { xCapabilities } from '../../../../shared/networks/x-capabilities.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Button } from '../../../components/Button.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { useBrowserLogin } from '../use-browser-login.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { OwnAppEntryForm } from './OwnAppEntryForm.tsx'
import { OwnAppKept, type Checked } from './OwnAppKept.tsx'
import { WaitingForBrowser } from './WaitingForBrowser.tsx'
import formStyles from './ConnectForm.module.css'
import styles from './OwnApp.module.css'

/** X, through an app of the user's own: first the app, then the login. */
export function XForm(props: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const { workspaceId } = props
  const clientName = useWorkspace(workspaceId)?.name ?? ''
  const [apps, reload] = useRequest('ownApps.list', { workspaceId }, [])
  const [checked, setChecked] = useState<Checked>(null)
  const [isEntering, setEntering] = useState(false)
  const login = useBrowserLogin(props, 'x')
  const { ownApp } = xCapabilities

  if (apps.kind === 'loading') return <LoadingState shape="table" rows={3} />
  if (apps.kind === 'failed' || ownApp === undefined) return <ErrorState {...(apps.kind === 'failed' ? { error: apps.error } : {})} onRetry={reload} />
  if (login.state.kind === 'waiting') return <WaitingForBrowser login={login} />
  const app = apps.value.apps.find(({ networkId }) => networkId === 'x')

  if (app === undefined || isEntering) {
    const steps = [t('x.stepConsole'), t('x.stepKind'), t('x.stepAddresses'), t('x.stepSite'), t('x.stepCopy')]
    const handleSaved = (next: Checked): void => {
      setChecked(next)
      setEntering(false)
      reload()
    }
    const form = <OwnAppEntryForm workspaceId={workspaceId} clientName={clientName} network={xCapabilities} ownApp={ownApp} texts={{ why: t('x.why'), steps, addressStep: 2 }} onSaved={handleSaved} />
    if (app === undefined) return form
    return (
      <div className={formStyles.form}>
        <div className={styles.kept}>
          <p>{t('ownApp.anotherText')}</p>
          <Button size="small" variant="quiet" onClick={() => setEntering(false)}>
            {t('ownApp.keep')}
          </Button>
        </div>
        {form}
      </div>
    )
  }

  const handleRemoved = (): void => {
    setChecked(null)
    reload()
  }

  return (
    <div className={formStyles.form}>
      <OwnAppKept workspaceId={workspaceId} clientName={clientName} network={xCapabilities} scope={app.scope} checked={checked} onAnother={() => setEntering(true)} onRemoved={handleRemoved} />
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
