import { useState, type FormEvent } from 'react'
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

/** What is written on a card. */
export function IdeaDialog({ workspaceId, idea, isNew, onClose }: IdeaDialogProps): React.JSX.Element {
  const { t } = useTranslation('ideas')
  const { t: ofComponents } = useTranslation('components')
  const [title, setTitle] = useState(idea.title)
  const [note, setNote] = useState(idea.note)
  const [failure, setFailure] = useState<StudioError | null>(null)
  const { source } = idea

  async function handleSubmit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (title.trim() === '') return
    const answer = await studio.request('ideas.save', { workspaceId, idea: { ...idea, title, note } })
    if (answer.ok) onClose()
    else setFailure(answer.error)
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(isNew ? 'form.newTitle' : 'form.editTitle')}
      footer={
        <>
          <Button onClick={onClose}>{ofComponents('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" disabled={title.trim() === ''}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <SpelledTextField workspaceId={workspaceId} scope={idea.id} label={t('form.title')} placeholder={t('form.titlePlaceholder')} value={title} maxLength={200} onChange={setTitle} />
        <SpelledTextArea workspaceId={workspaceId} scope={idea.id} label={t('form.note')} value={note} maxLength={5000} rows={5} onChange={setNote} />
        {source !== null && <SourceOfIdea workspaceId={workspaceId} source={source} />}
        {failure !== null && <ErrorState size="inline" error={failure} />}
      </form>
    </Dialog>
  )
}
