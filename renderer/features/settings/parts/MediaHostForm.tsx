import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import type { MediaHost } from '../../../../shared/media-host/media-host.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { RadioGroup } from '../../../components/RadioGroup.tsx'
import { Select } from '../../../components/Select.tsx'
import { showToast } from '../../../components/toaster.ts'
import { emptyStorage, hostOf, isFilled, storageOf, type Kind, type StorageFields } from '../media-host-fields.ts'
import { StorageFieldset } from './StorageFieldset.tsx'
import styles from '../Screen.module.css'

export interface MediaHostFormProps {
  readonly workspaceId: string
  readonly kept: MediaHost | null
  readonly sites: readonly Account[]
  readonly onTry: () => Promise<void>
  readonly onRemove: () => Promise<void>
}

/** Which place, and what it needs. Nothing is kept that does not work; the keys leave with the request and are wiped here. */
export function MediaHostForm({ workspaceId, kept, sites, onTry, onRemove }: MediaHostFormProps): React.JSX.Element {
  const { t } = useTranslation('mediaHost')
  const [kind, setKind] = useState<Kind>(kept?.kind ?? 'none')
  const [siteId, setSiteId] = useState(kept?.kind === 'wordpress' ? kept.accountId : (sites[0]?.id ?? null))
  const [storage, setStorage] = useState<StorageFields>(() => storageOf(kept))
  const [work, setWork] = useState<'none' | 'saving' | 'trying'>('none')
  const [error, setError] = useState<StudioError | null>(null)
  const host = hostOf(kind, siteId, storage)
  const hasKeys = kept?.kind === 's3'

  async function handleSubmit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (host === null || work !== 'none') return
    setWork('saving')
    setError(null)
    const { accessKeyId, secretAccessKey } = storage
    setStorage({ ...storage, secretAccessKey: '' })
    const keys = host.kind === 's3' && secretAccessKey !== '' ? { keys: { accessKeyId, secretAccessKey } } : {}
    const answer = await studio.request('mediaHost.save', { workspaceId, host, ...keys })
    setWork('none')
    if (!answer.ok) return setError(answer.error)
    setStorage({ ...storage, accessKeyId: emptyStorage.accessKeyId, secretAccessKey: '' })
    showToast({ kind: 'success', workspaceId, title: t('saved') })
  }

  async function handleTry(): Promise<void> {
    setWork('trying')
    setError(null)
    await onTry()
    setWork('none')
  }

  return (
    <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
      <RadioGroup<Kind>
        label={t('kind')}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'none', label: t('none') },
          { value: 'wordpress', label: t('wordpress'), hint: sites.length === 0 ? t('noWordpress') : t('wordpressHint'), disabled: sites.length === 0 },
          { value: 's3', label: t('s3'), hint: t('s3Hint') }
        ]}
      />
      {kind === 'wordpress' && <Select label={t('site')} value={siteId} onChange={setSiteId} options={sites.map(({ id, displayName, handle }) => ({ value: id, label: displayName, detail: handle }))} />}
      {kind === 's3' && <StorageFieldset fields={storage} hasKeys={hasKeys} onChange={(changes) => setStorage({ ...storage, ...changes })} />}
      {error && <ErrorState size="inline" error={error} />}
      <div className={styles.buttons}>
        {kind === 'none' ? (
          kept !== null && (
            <Button onClick={() => void onRemove()}>{t('remove')}</Button>
          )
        ) : (
          <Button type="submit" variant="primary" busy={work === 'saving'} disabled={host === null || !isFilled(host, storage, hasKeys) || work === 'trying'}>
            {t('save')}
          </Button>
        )}
        {kept !== null && kind === kept.kind && (
          <Button busy={work === 'trying'} disabled={work === 'saving'} onClick={() => void handleTry()}>
            {t('try')}
          </Button>
        )}
      </div>
    </form>
  )
}
