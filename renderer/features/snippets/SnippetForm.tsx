import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { longestTyped, type SnippetContent } from '../../../shared/snippets/snippet.ts'
import { toHashtags } from '../../../shared/snippets/to-hashtags.ts'
import { variables, writeVariable, type Variable } from '../../../shared/snippets/variables.ts'
import { studio } from '../../bridge/studio-client.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { NotStored } from '../../components/NotStored.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { Tooltip } from '../../components/Tooltip.tsx'
import { useWorkspace } from '../../shell/studio-store.ts'
import { SpelledTextArea, SpelledTextField } from '../spelling/Spelled.tsx'
import { fillSnippet, type SnippetFacts } from './fill-snippet.ts'
import { GapText } from './GapText.tsx'
import styles from './Snippets.module.css'

export interface SnippetFormProps {
  readonly workspaceId: string
  readonly written: { readonly snippet: SnippetContent; readonly isNew: boolean }
  /** What is written could not be kept so far. */
  readonly isUnstored: boolean
  readonly facts: SnippetFacts
  readonly onChange: (snippet: SnippetContent) => void
  readonly onDone: () => void
}

const titles = { text: ['form.editText', 'form.newText'], hashtags: ['form.editHashtags', 'form.newHashtags'] } as const

/** Writing or changing one saved text or set of hashtags, in the place of the list. */
export function SnippetForm({ workspaceId, written: { snippet, isNew }, isUnstored, facts, onChange, onDone }: SnippetFormProps): React.JSX.Element {
  const { t } = useTranslation('snippets')
  const { t: ofComponents } = useTranslation('components')
  const { kind, name, text } = snippet
  const [failure, setFailure] = useState<StudioError | null>(null)
  const [isSaving, setSaving] = useState(false)
  const titleId = useId()
  const [field, area] = [useRef<HTMLInputElement | null>(null), useRef<HTMLTextAreaElement | null>(null)]
  const isComplete = name.trim() !== '' && (kind === 'hashtags' ? toHashtags(text) : text.trim()) !== ''
  const client = useWorkspace(workspaceId)?.name ?? ''
  useEffect(() => field.current?.focus(), [field])

  async function handleSubmit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!isComplete || isSaving) return
    setSaving(true)
    const answer = await studio.request('snippets.save', { workspaceId, snippet })
    setSaving(false)
    if (answer.ok) onDone()
    else setFailure(answer.error)
  }

  function handleVariable(variable: Variable): void {
    const target = area.current
    if (target === null) return
    target.focus()
    target.setRangeText(writeVariable(variable, facts.language), target.selectionStart, target.selectionEnd, 'end')
    onChange({ ...snippet, text: target.value })
  }

  /** The key that schedules a post is meant for what is written here. */
  function handleKey(event: React.KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    if (!event.shiftKey) event.currentTarget.form?.requestSubmit()
  }

  const words = { value: text, maxLength: longestTyped, maxRows: 8, onChange: (next: string) => onChange({ ...snippet, text: next }), onKeyDown: handleKey }
  return (
    <form className={styles.form} aria-labelledby={titleId} onSubmit={(event) => void handleSubmit(event)}>
      <h2 id={titleId} className={styles.title}>{t(titles[kind][isNew ? 1 : 0])}</h2>
      <SpelledTextField ref={field} workspaceId={workspaceId} scope={snippet.id} label={t('form.name')} placeholder={t(`form.namePlaceholder.${kind}`)} value={name} maxLength={80} onChange={(next) => onChange({ ...snippet, name: next })} onKeyDown={handleKey} />
      {kind === 'text' ? (
        <SpelledTextArea ref={area} workspaceId={workspaceId} scope={snippet.id} label={t('form.text')} rows={4} {...words} />
      ) : (
        // Words that were run together are in no dictionary.
        <TextArea ref={area} label={t('form.hashtags')} rows={3} hint={t('form.hashtagsHint')} {...words} />
      )}
      {kind === 'text' && <Variables facts={facts} onPick={handleVariable} />}
      {isComplete && (
        <div>
          <p className={styles.caption}>{t('form.result')}</p>
          <p className={styles.result}>
            <GapText text={kind === 'text' ? fillSnippet(text.trim(), facts) : toHashtags(text)} />
          </p>
        </div>
      )}
      {isUnstored && failure === null && <NotStored />}
      {failure !== null && <ErrorState size="inline" error={failure} />}
      <div className={styles.foot}>
        <p className={styles.note}>{t('form.description', { client })}</p>
        <Button size="small" onClick={onDone}>{ofComponents('cancel')}</Button>
        <Button size="small" type="submit" variant="primary" disabled={!isComplete} busy={isSaving}>
          {t('form.save')}
        </Button>
      </div>
    </form>
  )
}

/** What is filled in by itself, to be put at the cursor. */
function Variables({ facts: { language }, onPick }: Pick<SnippetFormProps, 'facts'> & { readonly onPick: (variable: Variable) => void }): React.JSX.Element {
  const { t } = useTranslation('snippets')
  return (
    <div className={styles.variables} role="group" aria-label={t('form.variables')}>
      {variables.map((variable) => (
        <Tooltip key={variable} content={t(`variable.${variable}`)}>
          <button type="button" className={styles.variable} onClick={() => onPick(variable)}>
            {writeVariable(variable, language)}
          </button>
        </Tooltip>
      ))}
    </div>
  )
}
