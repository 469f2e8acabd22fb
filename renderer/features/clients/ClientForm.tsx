import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { clientColours, type ClientColour, type Workspace } from '../../../shared/workspaces/workspace.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { Button } from '../../components/Button.tsx'
import { ColourPicker } from '../../components/ColourPicker.tsx'
import { Combobox } from '../../components/Combobox.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { listTimeZones } from '../../components/list-time-zones.ts'
import { TextField } from '../../components/TextField.tsx'
import { systemTimeZone } from '../../language/system-time-zone.ts'
import { useStudio } from '../../shell/studio-store.ts'
import styles from './ClientForm.module.css'

export interface ClientFormProps {
  readonly onCreated: (workspace: Workspace) => void
  readonly onCancel: () => void
}

/** Two clients in one colour are easily taken for each other. */
function firstFreeColour(workspaces: readonly Workspace[]): ClientColour {
  return clientColours.find((candidate) => !workspaces.some(({ colour }) => colour === candidate)) ?? clientColours[0]
}

/** Name, colour and time zone of a new client. */
export function ClientForm({ onCreated, onCancel }: ClientFormProps): React.JSX.Element {
  const { t } = useTranslation('welcome')
  const workspaces = useStudio((state) => state.workspaces)
  const [ownZone] = useState(systemTimeZone)
  // Made once, so that a second press after a lost answer makes no second client.
  const [id] = useState(newId)
  const [name, setName] = useState('')
  const [colour, setColour] = useState<ClientColour>(() => firstFreeColour(workspaces))
  const [timeZone, setTimeZone] = useState<string | null>(ownZone)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<StudioError | null>(null)

  async function handleSubmit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (name.trim() === '' || timeZone === null || isBusy) return
    setBusy(true)
    const answer = await studio.request('workspaces.create', { id, name, colour, timeZone })
    setBusy(false)
    if (answer.ok) onCreated(answer.value)
    else setError(answer.error)
  }

  return (
    <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
      <TextField label={t('name')} placeholder={t('namePlaceholder')} value={name} onChange={setName} maxLength={80} />
      <ColourPicker value={colour} onChange={setColour} name={name} />
      <Combobox label={t('timeZone')} value={timeZone} onChange={setTimeZone} options={listTimeZones(ownZone)} />
      {error && <ErrorState size="inline" error={error} />}
      <div className={styles.actions}>
        <Button variant="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" variant="primary" busy={isBusy} disabled={name.trim() === '' || timeZone === null}>
          {t('create')}
        </Button>
      </div>
    </form>
  )
}
