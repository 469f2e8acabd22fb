import { useState, type FormEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { IdeaContent } from '../../../shared/ideas/idea.ts'
import { studio } from '../../bridge/studio-client.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { SpelledTextArea, SpelledTextField } from '../spelling/Spelled.tsx'
import { SourceOfIdea } from './SourceOfIdea.tsx'
import styles from './Ideas.module.css'

interface IdeaDialogProps {
  readonly workspaceId: string
  readonly idea: IdeaContent
  readonly isNew: boolean
  readonly onClose: () => void
}

const formId = 'idea-form'

/** What was written and not saved, by the idea: as long as Vigie is open. */
const wordsInHand = new Map<string, Pick<IdeaContent, 'title' | 'note'>>()
/** The id of a new idea that is being written, by the client: the next new one goes on with its words. */
const newInHand = new Map<string, string>()

/** The id for a new idea of this client: that of the one whose words were not saved, else this one. */
export function idOfNewIdea(workspaceId: string, fresh: string): string {
  return newInHand.get(workspaceId) ?? fresh
}

/** What is written on a card. */
export function IdeaDialog({ workspaceId, idea, isNew, onClose }: IdeaDialogProps): React.JSX.Element {
  const { t } = useTranslation('ideas')
  const { t: ofComponents } = useTranslation('components')
  const inHand = wordsInHand.get(idea.id)
  const [title, setTitle] = useState(inHand?.title ?? idea.title)
  const [note, setNote] = useState(inHand?.note ?? idea.note)
  const [failure, setFailure] = useState<StudioError | null>(null)
  const { source } = idea

  async function handleSubmit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (title.trim() === '') return
    const answer = await studio.request('ideas.save', { workspaceId, idea: { ...idea, title, note } })
    if (answer.ok) leave(false)
    else setFailure(answer.error)
  }

  /** Closed by Escape or a press outside, the words are kept in hand; Cancel gives them up. */
  function leave(keeps: boolean): void {
    wordsInHand.delete(idea.id)
    newInHand.delete(workspaceId)
    if (keeps && (title !== idea.title || note !== idea.note)) {
      wordsInHand.set(idea.id, { title, note })
      if (isNew) newInHand.set(workspaceId, idea.id)
    }
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
        <SpelledTextField workspaceId={workspaceId} scope={idea.id} label={t('form.title')} placeholder={t('form.titlePlaceholder')} value={title} maxLength={200} onChange={setTitle} onKeyDown={handleKey} />
        <SpelledTextArea workspaceId={workspaceId} scope={idea.id} label={t('form.note')} value={note} maxLength={5000} rows={5} onChange={setNote} onKeyDown={handleKey} />
        {source !== null && <SourceOfIdea workspaceId={workspaceId} source={source} />}
        {failure !== null && <ErrorState size="inline" error={failure} />}
      </form>
    </Dialog>
  )
}
