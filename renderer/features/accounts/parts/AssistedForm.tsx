import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { textProblems } from '../../../../shared/accounts/connect-fields.ts'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import { assistedNetworks, type AssistedId } from '../../../../shared/networks/assisted-networks.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { Select } from '../../../components/Select.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { keepBegun } from '../begun-forms.ts'
import { useCheckedFields } from '../use-checked-fields.ts'
import { ConnectActions } from './ConnectActions.tsx'
import { ConnectFailure } from './ConnectFailure.tsx'
import type { ConnectFormProps } from './connect-form-props.ts'
import styles from './ConnectForm.module.css'

interface Fields {
  readonly chosen: AssistedId
  readonly networkName: string
  readonly address: string
  readonly handle: string
}

const useBegunFields = keepBegun<Fields>()

/** A network where the person publishes: chosen from those that are known, or named with its address. */
export function AssistedForm({ workspaceId, assistedId, onConnected }: Pick<ConnectFormProps, 'workspaceId' | 'assistedId' | 'onConnected'>): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const formId = useId()
  const [fields, setFields] = useBegunFields({ workspaceId, place: `assisted ${assistedId ?? ''}` }, { chosen: assistedId ?? 'snapchat', networkName: '', address: '', handle: '' })
  const { chosen } = fields
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<StudioError | null>(null)
  const known = assistedNetworks.find(({ id }) => id === chosen)
  const { networkName, address } = known === undefined ? fields : { networkName: known.name, address: known.address }
  const { errors, check } = useCheckedFields(textProblems({ networkName, serverUrl: address, handle: fields.handle }))
  const canSubmit = [networkName, address, fields.handle].every((text) => text.trim() !== '')

  async function submit(): Promise<void> {
    setBusy(true)
    setError(null)
    const answer = await studio.request('accounts.addAssisted', { workspaceId, assistedId: chosen, networkName, address, handle: fields.handle })
    setBusy(false)
    if (answer.ok) onConnected(answer.value)
    else setError(answer.error)
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (canSubmit && !isBusy && check(event.currentTarget)) void submit()
  }

  return (
    <form id={formId} className={styles.form} onSubmit={handleSubmit} noValidate>
      <p className={styles.how}>{t('assisted.how')}</p>
      <Select<AssistedId>
        label={t('assisted.network')}
        hint={known === undefined ? t('assisted.ownHint') : t(`assisted.why.${known.why}`)}
        value={chosen}
        onChange={(next) => setFields({ ...fields, chosen: next })}
        options={[...assistedNetworks.map(({ id, name }) => ({ value: id, label: name })), { value: 'own', label: t('assisted.own') }]}
      />
      {known === undefined && (
        <>
          <TextField label={t('assisted.name')} error={errors.networkName} value={fields.networkName} onChange={(name) => setFields({ ...fields, networkName: name })} />
          <TextField label={t('assisted.address')} hint={t('assisted.addressHint')} placeholder="https://" error={errors.serverUrl} value={fields.address} onChange={(written) => setFields({ ...fields, address: written })} spellCheck={false} />
        </>
      )}
      <TextField label={t('assisted.handle')} placeholder={t('assisted.handlePlaceholder')} error={errors.handle} value={fields.handle} onChange={(handle) => setFields({ ...fields, handle })} spellCheck={false} autoCapitalize="none" />
      <ConnectFailure error={error} />
      <ConnectActions>
        <Button type="submit" form={formId} variant="primary" busy={isBusy} disabled={!canSubmit}>
          {t('assisted.submit')}
        </Button>
      </ConnectActions>
    </form>
  )
}
