import { ExternalLink } from 'lucide-react'
import { useId, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { NetworkCapabilities } from '../../../../shared/networks/network-capabilities.ts'
import { addressesOf, type OwnApp, type OwnAppScope } from '../../../../shared/networks/own-app.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { RadioGroup } from '../../../components/RadioGroup.tsx'
import { SecretField } from '../../../components/SecretField.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import { useOwnApp } from '../use-own-app.ts'
import { ConnectActions } from './ConnectActions.tsx'
import { ConnectFailure } from './ConnectFailure.tsx'
import { CopyAddress } from './CopyAddress.tsx'
import formStyles from './ConnectForm.module.css'
import styles from './OwnApp.module.css'

export interface OwnAppTexts {
  readonly why: string
  readonly steps: readonly string[]
  readonly addressStep: number
  /** What the network calls the two, where it has words of its own. */
  readonly names?: { readonly id: string; readonly secret: string }
  /** Beside the address of an https page, where there is a choice. */
  readonly redirectHint?: string
  /** The step that names what the app has to be allowed, to be copied. */
  readonly scopesStep?: number
  /** A step that leads to a page of its own. */
  readonly pageStep?: { readonly place: number; readonly url: string; readonly open: string }
}

export interface OwnAppEntryFormProps {
  readonly workspaceId: string
  readonly clientName: string
  readonly network: NetworkCapabilities
  readonly ownApp: OwnApp
  /** The steps in the language of the person, the one that takes the addresses by its place. */
  readonly texts: OwnAppTexts
  readonly onSaved: (checked: 'accepted' | 'not_told') => void
}

/** How an app is made at the network, step by step, and the fields for what it gives. */
export function OwnAppEntryForm({ workspaceId, clientName, network, ownApp, texts, onSaved }: OwnAppEntryFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const names = useNetworkNames()
  const formId = useId()
  const entry = useOwnApp(workspaceId, network.id, ownApp, onSaved)

  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    void entry.submit(event.currentTarget)
  }

  return (
    <form id={formId} className={formStyles.form} onSubmit={handleSubmit} noValidate>
      <div className={formStyles.how}>
        <p>{texts.why}</p>
        <Button size="small" variant="quiet" trailingIcon={ExternalLink} onClick={() => void studio.request('studio.openExternal', { url: ownApp.madeAt.value })}>
          {t('ownApp.open', { network: names.inSentence(network.id) })}
        </Button>
      </div>
      <ol className={styles.steps}>
        {texts.steps.map((step, place) => (
          <li key={step}>
            {step}
            {place === texts.addressStep && addressesOf(ownApp).map((address) => <CopyAddress key={address} address={address} />)}
            {place === texts.pageStep?.place && <PageButton {...texts.pageStep} />}
            {place === texts.scopesStep && [...ownApp.scopes.value, ...(ownApp.moreScopes?.value ?? [])].map((scope) => <CopyAddress key={scope} address={scope} />)}
          </li>
        ))}
      </ol>
      <TextField label={texts.names?.id ?? t('ownApp.clientId')} error={entry.errors.clientId} value={entry.fields.clientId} onChange={(clientId) => entry.change({ clientId })} spellCheck={false} autoCapitalize="none" autoComplete="off" />
      {ownApp.secret !== 'none' && (
        <SecretField
          label={texts.names?.secret ?? t('ownApp.clientSecret')}
          hint={ownApp.secret === 'optional' ? t('ownApp.secretOptional') : undefined}
          error={entry.errors.clientSecret}
          value={entry.fields.clientSecret}
          onChange={(clientSecret) => entry.change({ clientSecret })}
        />
      )}
      {ownApp.redirect.endsWith('pasted') && <TextField label={t('ownApp.redirectUri')} hint={texts.redirectHint} error={entry.errors.redirectUri} type="url" value={entry.fields.redirectUri} onChange={(redirectUri) => entry.change({ redirectUri })} spellCheck={false} />}
      <RadioGroup<OwnAppScope>
        label={t('ownApp.scope')}
        value={entry.scope}
        onChange={entry.setScope}
        orientation="horizontal"
        options={[
          { value: 'workspace', label: t('ownApp.forClient', { client: clientName }) },
          { value: 'studio', label: t('ownApp.forAll') }
        ]}
      />
      <p className={formStyles.how}>{t('ownApp.keychain')}</p>
      <ConnectFailure error={entry.error} />
      <ConnectActions>
        <Button type="submit" form={formId} variant="primary" busy={entry.isBusy} disabled={entry.fields.clientId.trim() === ''}>
          {t('ownApp.submit')}
        </Button>
      </ConnectActions>
    </form>
  )
}

function PageButton({ url, open }: NonNullable<OwnAppTexts['pageStep']>): React.JSX.Element {
  return (
    <Button size="small" variant="quiet" trailingIcon={ExternalLink} onClick={() => void studio.request('studio.openExternal', { url })}>
      {open}
    </Button>
  )
}
