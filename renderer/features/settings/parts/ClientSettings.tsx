import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Workspace } from '../../../../shared/workspaces/workspace.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { Combobox } from '../../../components/Combobox.tsx'
import { SectionHeader } from '../../../components/SectionHeader.tsx'
import { Select } from '../../../components/Select.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { TextField } from '../../../components/TextField.tsx'
import { showToast } from '../../../components/toaster.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { ZoneQuestion } from '../../series/parts/ZoneQuestion.tsx'
import { ColourPicker } from '../../../components/ColourPicker.tsx'
import { listTimeZones } from '../../../components/list-time-zones.ts'
import { RemoveClient } from './RemoveClient.tsx'
import styles from '../Screen.module.css'

/** Name, colour, zone and lateness of the client on screen, and its removal. */
export function ClientSettings({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element | null {
  const workspace = useWorkspace(workspaceId)
  return workspace ? <ClientSettingsForm workspace={workspace} /> : null
}

/** In minutes; what is set already stays among them. */
function lateChoices(current: number): readonly number[] {
  return [...new Set([0, 15, 30, 60, 120, 240, 720, 1440, current])].toSorted((one, other) => one - other)
}

function ClientSettingsForm({ workspace }: { readonly workspace: Workspace }): React.JSX.Element {
  const { t } = useTranslation(['settings', 'welcome'])
  const formats = useFormats()
  const [form, setForm] = useState({ name: workspace.name, colour: workspace.colour, timeZone: workspace.timeZone, lateGraceMinutes: workspace.lateGraceMinutes })
  const [isAsking, setAsking] = useState(false)
  const isChanged = form.name !== workspace.name || form.colour !== workspace.colour || form.timeZone !== workspace.timeZone || form.lateGraceMinutes !== workspace.lateGraceMinutes

  async function handleSave(event: FormEvent): Promise<void> {
    event.preventDefault()
    const answer = await studio.request('workspaces.update', { workspaceId: workspace.id, changes: form })
    if (answer.ok) showToast({ kind: 'success', workspaceId: workspace.id, title: t('client.saved') })
    else showFailure(answer.error, workspace.id)
  }

  return (
    <section className={styles.section}>
      <SectionHeader title={t('client.title')} text={t('client.text', { client: workspace.name })} />
      <ZoneQuestion workspaceId={workspace.id} />
      <form className={styles.card} onSubmit={(event) => void handleSave(event)}>
        <TextField label={t('welcome:name')} value={form.name} maxLength={80} onChange={(name) => setForm({ ...form, name })} />
        <ColourPicker value={form.colour} name={form.name} onChange={(colour) => setForm({ ...form, colour })} />
        <Combobox label={t('welcome:timeZone')} value={form.timeZone} options={listTimeZones(workspace.timeZone)} onChange={(timeZone) => timeZone !== null && setForm({ ...form, timeZone })} />
        <Select
          label={t('client.late')}
          hint={t('client.lateHint')}
          value={String(form.lateGraceMinutes)}
          onChange={(minutes) => setForm({ ...form, lateGraceMinutes: Number(minutes) })}
          options={lateChoices(form.lateGraceMinutes).map((minutes) => ({
            value: String(minutes),
            label: minutes === 0 ? t('client.lateNever') : t('client.lateUpTo', { time: formats.duration(minutes * 60_000) })
          }))}
        />
        <div className={styles.line}>
          <Button variant="quiet" onClick={() => setAsking(true)}>
            {t('client.remove', { client: workspace.name })}
          </Button>
          <Button type="submit" variant="primary" disabled={!isChanged || form.name.trim() === ''}>
            {t('client.save')}
          </Button>
        </div>
      </form>
      {isAsking && <RemoveClient workspace={workspace} onClose={() => setAsking(false)} />}
    </section>
  )
}
