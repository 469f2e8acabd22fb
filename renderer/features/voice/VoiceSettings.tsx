import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { spellingSchema } from '../../../shared/spelling/spelling-language.ts'
import type { Voice } from '../../../shared/voice/voice.ts'
import { studio } from '../../bridge/studio-client.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { SectionHeader } from '../../components/SectionHeader.tsx'
import { Select } from '../../components/Select.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { Switch } from '../../components/Switch.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { showToast } from '../../components/toaster.ts'
import { useWorkspace } from '../../shell/studio-store.ts'
import styles from '../settings/Screen.module.css'
import { fromLines, isWritten, toVoice, toWritten, type WrittenVoice } from './written-voice.ts'
import { IgnoredHints } from './IgnoredHints.tsx'

/** How this client speaks. */
export function VoiceSettings({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element | null {
  const { t } = useTranslation('voice')
  const workspace = useWorkspace(workspaceId)
  const [voice, reload] = useRequest('voice.read', { workspaceId }, ['voice.changed'])
  if (workspace === undefined) return null
  return (
    <section className={styles.section}>
      <SectionHeader title={t('settings.title')} text={t('settings.text', { client: workspace.name })} />
      <div className={styles.card}>
        {voice.kind === 'loading' ? <LoadingState shape="table" rows={3} /> : voice.kind === 'failed' ? <ErrorState size="small" error={voice.error} onRetry={reload} /> : <VoiceForm workspaceId={workspaceId} client={workspace.name} voice={voice.value} />}
      </div>
    </section>
  )
}

interface VoiceFormProps {
  readonly workspaceId: string
  readonly client: string
  readonly voice: Voice
}

function VoiceForm({ workspaceId, client, voice }: VoiceFormProps): React.JSX.Element {
  const { t } = useTranslation('voice')
  const { t: ofSpelling } = useTranslation('spelling')
  const [written, setWritten] = useState<WrittenVoice>(() => toWritten(voice))
  const [isSaving, setSaving] = useState(false)
  const next = toVoice(written, voice)
  const change = (changes: Partial<WrittenVoice>): void => setWritten({ ...written, ...changes })

  async function handleSave(): Promise<void> {
    if (next === null) return
    setSaving(true)
    const answer = await studio.request('voice.save', { workspaceId, voice: next })
    setSaving(false)
    if (!answer.ok) return showFailure(answer.error)
    setWritten(toWritten(answer.value))
    showToast({ kind: 'success', title: t('settings.saved', { client }) })
  }

  const lines = (name: 'required' | 'forbidden' | 'triggers' | 'tags', hint = t('settings.oneALine')): React.JSX.Element => (
    <TextArea label={t(`settings.${name}`)} hint={hint} rows={2} maxRows={6} value={written[name]} onChange={(text) => change({ [name]: text })} />
  )
  return (
    <>
      <TextArea label={t('settings.note')} hint={t('settings.noteHint')} placeholder={t('settings.notePlaceholder')} maxLength={4_000} value={written.note} onChange={(note) => change({ note })} />
      {lines('required')}
      {lines('forbidden')}
      <Switch placement="trailing" label={t('settings.blockForbidden')} checked={written.blocks.includes('forbidden')} disabled={fromLines(written.forbidden).length === 0} onChange={(isOn) => change({ blocks: withBlock(written.blocks, 'forbidden', isOn) })} />
      <Select
        label={t('settings.address')}
        value={written.address}
        onChange={(address) => change({ address: address === 'tu' || address === 'vous' ? address : 'any' })}
        options={(['any', 'tu', 'vous'] as const).map((value) => ({ value, label: t(`settings.addressChoice.${value}`) }))}
      />
      <NumberField label={t('settings.maxEmoji')} value={written.maxEmoji} least={0} most={100} onChange={(maxEmoji) => change({ maxEmoji })} />
      <NumberField label={t('settings.maxSentence')} value={written.maxSentenceWords} least={5} most={200} onChange={(maxSentenceWords) => change({ maxSentenceWords })} />
      {lines('triggers')}
      {lines('tags', t('settings.tagsHint'))}
      <Switch placement="trailing" label={t('settings.blockDisclosure')} checked={written.blocks.includes('disclosure')} onChange={(isOn) => change({ blocks: withBlock(written.blocks, 'disclosure', isOn) })} />
      <Select
        label={ofSpelling('settings.label')}
        hint={ofSpelling('settings.hint')}
        value={written.spelling}
        onChange={(spelling) => change({ spelling })}
        options={spellingSchema.options.map((value) => ({ value, label: ofSpelling(`settings.choice.${value}`) }))}
      />
      <TextArea label={ofSpelling('settings.dictionary')} hint={ofSpelling('settings.dictionaryHint')} rows={2} maxRows={6} value={written.dictionary} onChange={(dictionary) => change({ dictionary })} />
      <div>
        <Button busy={isSaving} disabled={next === null || isWritten(next, voice)} onClick={() => void handleSave()}>
          {t('settings.save')}
        </Button>
      </div>
      <IgnoredHints workspaceId={workspaceId} ignored={voice.ignored} />
    </>
  )
}

interface NumberFieldProps {
  readonly label: string
  readonly value: string
  readonly least: number
  readonly most: number
  readonly onChange: (value: string) => void
}

function NumberField({ label, value, least, most, onChange }: NumberFieldProps): React.JSX.Element {
  const { t } = useTranslation('voice')
  const isFine = value.trim() === '' || (/^\d+$/.test(value.trim()) && Number(value) >= least && Number(value) <= most)
  return <TextField label={label} hint={t('settings.noMatter')} inputMode="numeric" value={value} onChange={onChange} {...(isFine ? {} : { error: t('settings.wrongNumber') })} />
}

function withBlock(blocks: Voice['blocks'], block: Voice['blocks'][number], isOn: boolean): Voice['blocks'] {
  const others = blocks.filter((other) => other !== block)
  return isOn ? [...others, block] : others
}
