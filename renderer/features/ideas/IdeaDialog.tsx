import { useEffect, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { IdeaContent } from '../../../shared/ideas/idea.ts'
import { studio } from '../../bridge/studio-client.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { NotStored } from '../../components/NotStored.tsx'
import { SpelledTextArea, SpelledTextField } from '../spelling/Spelled.tsx'
import { SourceOfIdea } from './SourceOfIdea.tsx'
import { endWords, leaveWords, wordsOfIdea, type Written } from './words-of-idea.ts'
import styles from './Ideas.module.css'

interface IdeaDialogProps {
  readonly workspaceId: string
  readonly idea: IdeaContent
  readonly isNew: boolean
  /** What was being written on it before; null: nothing. */
  readonly stored: Written | null
  readonly onClose: () => void
}

const formId = 'idea-form'

/** What is written on a card. */
export function IdeaDialog({ workspaceId, idea, isNew, stored, onClose }: IdeaDialogProps): React.JSX.Element {
  const { t } = useTranslation('ideas')
  const { t: ofComponents } = useTranslation('components')
  const place = { workspaceId, ideaId: idea.id, isNew }
  const [words] = useState(() => wordsOfIdea(place, stored, { bridge: studio, timers: window }))
  const { words: written, failure: unstored } = useStore(words.state)
  const { title, note } = written ?? idea
  const [failure, setFailure] = useState<StudioError | null>(null)
  const { source } = idea

  useEffect(() => {
    const flush = (): void => void words.save()
    window.addEventListener('blur', flush)
    return () => window.removeEventListener('blur', flush)
  }, [words])

  function write(next: Written): void {
    words.write(next.title === idea.title && next.note === idea.note ? null : next)
  }

  async function handleSubmit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (title.trim() === '') return
    const answer = await studio.request('ideas.save', { workspaceId, idea: { ...idea, title, note } })
    if (!answer.ok) return setFailure(answer.error)
    endWords(place, { bridge: studio, isStored: true })
    onClose()
  }

  /** Closed by Escape or a press outside, the words are kept; Cancel gives them up. */
  function leave(keeps: boolean): void {
    if (keeps) void leaveWords(place)
    else endWords(place, { bridge: studio, isStored: false })
    onClose()
  }

  function handleKey(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.currentTarget.closest('form')?.requestSubmit()
  }

  return (
    <Dialog
      open
      onOpenChange={() => leave(true)}
      title={t(isNew ? 'form.newTitle' : 'form.editTitle')}
      footer={
        <>
          <Button onClick={() => leave(false)}>{ofComponents('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" disabled={title.trim() === ''}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <SpelledTextField workspaceId={workspaceId} scope={idea.id} label={t('form.title')} placeholder={t('form.titlePlaceholder')} value={title} maxLength={200} onChange={(next) => write({ title: next, note })} onKeyDown={handleKey} />
        <SpelledTextArea workspaceId={workspaceId} scope={idea.id} label={t('form.note')} value={note} maxLength={5000} rows={5} onChange={(next) => write({ title, note: next })} onKeyDown={handleKey} />
        {source !== null && <SourceOfIdea workspaceId={workspaceId} source={source} />}
        {unstored !== null && failure === null && <NotStored />}
        {failure !== null && <ErrorState size="inline" error={failure} />}
      </form>
    </Dialog>
  )
}
