import { Archive, Lightbulb, Plus, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOnBoard, ideaStages, type Idea, type IdeaContent } from '../../../shared/ideas/idea.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx'
import { useCommands } from '../../shell/command-registry.ts'
import { navigate } from '../../shell/route-store.ts'
import { ScreenFrame } from '../../shell/ScreenFrame.tsx'
import type { ScreenProps } from '../../shell/screen-props.ts'
import { PlanDialog } from '../calendar/parts/PlanForm.tsx'
import { usePlanNew } from '../calendar/use-plan-new.ts'
import { WorthRepeatingDialog } from '../figures/WorthRepeatingDialog.tsx'
import { PastPostsDialog } from '../past-posts/PastPostsDialog.tsx'
import { Column } from './Column.tsx'
import { IdeaDialog } from './IdeaDialog.tsx'
import { LeftWords } from './LeftWords.tsx'
import { leftWords } from './words-of-idea.ts'
import { cardsOf } from './place-on-board.ts'
import { removeIdea } from './remove-idea.ts'
import { useBoard } from './use-board.ts'
import styles from './Ideas.module.css'

/** Thoughts on their way to posts: three columns, moved by mouse or keys. */
export function Screen({ workspace }: ScreenProps<'ideas'>): React.JSX.Element {
  const { t } = useTranslation('ideas')
  const [written, setWritten] = useState<{ readonly idea: IdeaContent; readonly isNew: boolean } | null>(null)
  const { t: ofFigures } = useTranslation('figures')
  const { t: ofPast } = useTranslation('pastPosts')
  const [isRepeating, setRepeating] = useState(false)
  const [isLookingBack, setLookingBack] = useState(false)
  const [planning, setPlanning] = useState<Idea | null>(null)
  const planNew = usePlanNew(workspace)
  const { loaded, retry, ideas, words, said, move } = useBoard(workspace.id)
  const left = leftWords(workspace.id, words)
  // A new one that was begun and not saved is gone on with.
  const add = (): void => setWritten({ isNew: true, idea: { id: left.find(({ isNew }) => isNew)?.ideaId ?? newId(), stage: 'idea', title: '', note: '', source: null, postId: null } })
  const edit = ({ post: _post, updatedAt: _updatedAt, ...idea }: Idea): void => setWritten({ isNew: false, idea })
  useCommands({ name: 'ideas', title: t('title') }, [{ id: 'ideas.add', title: t('add'), shortcut: 'n', icon: Plus, run: add }, { id: 'ideas.repeat', title: ofFigures('repeat.title'), icon: RefreshCw, run: () => setRepeating(true) }, { id: 'ideas.past', title: ofPast('title'), icon: Archive, run: () => setLookingBack(true) }])

  async function handleDraft({ id }: Idea): Promise<void> {
    const answer = await studio.request('ideas.openDraft', { workspaceId: workspace.id, ideaId: id, newPostId: newId() })
    if (answer.ok) navigate({ screen: 'compose', workspaceId: workspace.id, postId: answer.value.postId, at: null })
    else showFailure(answer.error, workspace.id)
  }

  const gone = ideas.filter((idea) => !isOnBoard(idea)).length
  return (
    <ScreenFrame
      title={t('title')}
      actions={
        <>
          <Button variant="quiet" icon={Archive} onClick={() => setLookingBack(true)}>{ofPast('open')}</Button>
          <Button variant="quiet" icon={RefreshCw} onClick={() => setRepeating(true)}>{ofFigures('repeat.open')}</Button>
          <Button icon={Plus} shortcut="n" onClick={add}>{t('add')}</Button>
        </>
      }
    >
      {loaded === 'ready' && written === null && <LeftWords left={left} ideas={ideas} onNew={add} onEdit={edit} />}
      {loaded === 'loading' && <LoadingState shape="page" />}
      {typeof loaded === 'object' && <ErrorState error={loaded} onRetry={retry} />}
      {loaded === 'ready' && ideas.length === 0 && <EmptyState icon={Lightbulb} title={t('emptyTitle')} text={t('emptyText')} action={<Button variant="primary" icon={Plus} onClick={add}>{t('add')}</Button>} />}
      {loaded === 'ready' && ideas.length > 0 && (
        <div className={styles.screen}>
          <div className={styles.board}>
            {ideaStages.map((stage) => (
              <Column
                key={stage}
                stage={stage}
                ideas={ideas}
                cards={cardsOf(ideas, stage)}
                timeZone={workspace.timeZone}
                onMove={move}
                onDraft={(idea) => void handleDraft(idea)}
                onPlan={setPlanning}
                onEdit={edit}
                onRemove={(idea) => void removeIdea(workspace.id, idea)}
              />
            ))}
          </div>
          <p className={styles.foot}>
            {t('keys')}
            {gone > 0 && ` ${t('became', { count: gone })}`}
          </p>
          <VisuallyHidden role="status">{said}</VisuallyHidden>
        </div>
      )}
      {isRepeating && <WorthRepeatingDialog workspace={workspace} onClose={() => setRepeating(false)} />}
      {isLookingBack && <PastPostsDialog workspace={workspace} onClose={() => setLookingBack(false)} />}
      {planning !== null && (
        <PlanDialog
          workspace={workspace}
          name={planning.title}
          onClose={() => setPlanning(null)}
          onPlan={(at) => {
            setPlanning(null)
            void planNew.idea(planning, at)
          }}
        />
      )}
      {written !== null && <IdeaDialog key={written.idea.id} workspaceId={workspace.id} {...written} stored={left.find(({ ideaId }) => ideaId === written.idea.id) ?? null} onClose={() => setWritten(null)} />}
    </ScreenFrame>
  )
}
