import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProxyState } from '../../../shared/contract/proxies.contract.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { studio } from '../../bridge/studio-client.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { SecretField } from '../../components/SecretField.tsx'
import { TextField } from '../../components/TextField.tsx'
import styles from './Proxies.module.css'

/** Where a proxy's name and password are typed. They go to the keychain, and stand nowhere on the page afterwards. */
export function ProxyLoginDialog({ proxy, onClose }: { readonly proxy: ProxyState; readonly onClose: () => void }): React.JSX.Element {
  const { t } = useTranslation(['proxies', 'components'])
  const form = useId()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<StudioError | null>(null)
  const [isBusy, setBusy] = useState(false)
  const hasColon = name.includes(':')

  async function handleSubmit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isBusy || name === '' || password === '' || hasColon) return
    setBusy(true)
    const answer = await studio.request('proxies.signIn', { proxyId: proxy.id, name, password })
    setBusy(false)
    if (answer.ok) onClose()
    else setError(answer.error)
  }

  const footer = (
    <>
      <Button onClick={onClose}>{t('components:cancel')}</Button>
      <Button variant="primary" type="submit" form={form} busy={isBusy} disabled={name === '' || password === '' || hasColon}>{t('signIn')}</Button>
    </>
  )
  return (
    <Dialog open onOpenChange={onClose} size="small" title={t('dialogTitle', { place: proxy.place })} description={t('dialogText')} footer={footer}>
      <form id={form} className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <TextField label={t('name')} value={name} onChange={setName} maxLength={200} autoComplete="off" autoCapitalize="none" spellCheck={false} {...(hasColon ? { error: t('nameColon') } : {})} />
        <SecretField label={t('password')} value={password} onChange={setPassword} maxLength={200} />
        {error !== null && <ErrorState size="inline" error={error} />}
      </form>
    </Dialog>
  )
}
