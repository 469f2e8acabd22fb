import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NetworkCapabilities } from '../../../../shared/networks/network-capabilities.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Button } from '../../../components/Button.tsx'
import { Checkbox } from '../../../components/Checkbox.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { useBrowserLogin } from '../use-browser-login.ts'
import { ConnectActions } from './ConnectActions.tsx'
import { ConnectFailure } from './ConnectFailure.tsx'
import { ChooseAccount } from './ChooseAccount.tsx'
import type { ConnectFormProps } from './connect-form-props.ts'
import { CopyAddress } from './CopyAddress.tsx'
import { OwnAppEntryForm, type OwnAppTexts } from './OwnAppEntryForm.tsx'
import { OwnAppKept, type Checked } from './OwnAppKept.tsx'
import { WaitingForBrowser } from './WaitingForBrowser.tsx'
import formStyles from './ConnectForm.module.css'
import styles from './OwnApp.module.css'

export interface OwnAppLoginFormProps extends ConnectFormProps {
  readonly network: NetworkCapabilities
  /** Where its accounts live, as a login is begun with it. */
  readonly server: string
  readonly texts: OwnAppTexts & { readonly login: string; readonly chooseText: string }
}

/** A network with an app of the user's own: first the app, then the login, then which account where it opens several. */
export function OwnAppLoginForm(props: OwnAppLoginFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const { workspaceId, network, server, texts } = props
  const { ownApp } = network
  const clientName = useWorkspace(workspaceId)?.name ?? ''
  const [apps, reload] = useRequest('ownApps.list', { workspaceId }, [])
  const [checked, setChecked] = useState<Checked>(null)
  const [isEntering, setEntering] = useState(false)
  const [withMore, setWithMore] = useState(props.account?.beginsWithTerms === true)
  const login = useBrowserLogin(props, network.id)

  if (apps.kind === 'loading') return <LoadingState shape="table" rows={3} />
  if (apps.kind === 'failed' || ownApp === undefined) return <ErrorState {...(apps.kind === 'failed' ? { error: apps.error } : {})} onRetry={reload} />
  const app = apps.value.apps.find(({ networkId }) => networkId === network.id)
  if (login.state.kind === 'choosing') return <ChooseAccount login={login} choices={login.state.choices} text={texts.chooseText} />
  if (login.state.kind === 'waiting') return <WaitingForBrowser login={login} isPasted={app?.isPasted === true} />

  if (app === undefined || isEntering) {
    const handleSaved = (next: Checked): void => {
      setChecked(next)
      setEntering(false)
      reload()
    }
    const form = <OwnAppEntryForm workspaceId={workspaceId} clientName={clientName} network={network} ownApp={ownApp} texts={texts} onSaved={handleSaved} />
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
      <OwnAppKept workspaceId={workspaceId} clientName={clientName} network={network} scope={app.scope} checked={checked} onAnother={() => setEntering(true)} onRemoved={handleRemoved} />
      <p className={formStyles.how}>{texts.login}</p>
      <LackedRights rights={props.account?.lacksRights ?? []} network={network.name} />
      {ownApp.moreScopes !== undefined && <Checkbox label={t('ownApp.withMore')} hint={t('ownApp.withMoreHint', { scopes: ownApp.moreScopes.value.join(', ') })} checked={withMore} onChange={setWithMore} />}
      <ConnectFailure error={login.state.kind === 'idle' ? login.state.error : null} />
      <ConnectActions>
        <Button variant="primary" busy={login.state.kind === 'opening'} onClick={() => void login.begin(server, undefined, withMore)}>
          {t('mastodon.submit')}
        </Button>
      </ConnectActions>
    </div>
  )
}

/** An app that was made before may not have them, and networks refuse a login that asks for what its app has not. */
function LackedRights({ rights, network }: { readonly rights: readonly string[]; readonly network: string }): React.JSX.Element | null {
  const { t } = useTranslation('accounts')
  if (rights.length === 0) return null
  return (
    <div className={formStyles.how}>
      <p>{t('missing.rights.addFirst', { network })}</p>
      {rights.map((right) => (
        <CopyAddress key={right} address={right} />
      ))}
    </div>
  )
}
