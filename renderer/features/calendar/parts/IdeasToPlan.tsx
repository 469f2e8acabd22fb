import { Lightbulb } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ideaStages, isOnBoard, type Idea } from '../../../../shared/ideas/idea.ts'
import { isOver } from '../../../../shared/schedule/is-over.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { CountBadge } from '../../../components/CountBadge.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { navigate } from '../../../shell/route-store.ts'
import { routeTo } from '../../../shell/route.ts'
import { useNow } from '../../../shell/use-now.ts'
import { IdeaSourceLine } from '../../ideas/IdeaSourceLine.tsx'
import { asAttribute } from '../carried-to-day.ts'
import { PlanButton } from './PlanButton.tsx'
import type { ShelfProps } from './shelf-props.ts'
import styles from './Shelf.module.css'

/** The cards of the board that have no day to come, those that are nearest to a post first. */
export function IdeasToPlan({ workspaceId, timeZone, onPlan }: Pick<ShelfProps, 'workspaceId' | 'timeZone' | 'onPlan'>): React.JSX.Element {
  const { t } = useTranslation('calendar')
  const { t: ofIdeas } = useTranslation('ideas')
  const now = useNow()
  const [loaded, retry] = useRequest('ideas.list', { workspaceId }, ['ideas.changed', 'posts.changed'])
  if (loaded.kind === 'loading') return <LoadingState rows={4} />
  if (loaded.kind === 'failed') return <ErrorState size="small" error={loaded.error} onRetry={retry} />
  const ideas = ideaStages.toReversed().flatMap((stage) => loaded.value.ideas.filter((idea) => idea.stage === stage && waits(idea, now)))
  return (
    <>
      <h2 className={styles.heading}>
        {t('shelf.ideas')} <CountBadge count={ideas.length} />
      </h2>
      {ideas.length === 0 ? (
        <EmptyState size="small" icon={Lightbulb} title={t('shelf.noIdeas')} text={t('shelf.noIdeasText')} />
      ) : (
        <>
          <p className={styles.hint}>{t('shelf.ideasHint')}</p>
          <ul className={styles.list}>
            {ideas.map((idea) => (
              <li key={idea.id} className={styles.item}>
                <button type="button" className={styles.idea} data-carried={asAttribute({ kind: 'idea', id: idea.id })} onClick={() => navigate(routeTo('ideas', workspaceId))}>
                  <span className={styles.ideaTitle}>{idea.title}</span>
                  {idea.source !== null && <IdeaSourceLine source={idea.source} />}
                  <span className={styles.stage}>{ofIdeas(`stage.${idea.stage}`)}</span>
                </button>
                <PlanButton workspaceId={workspaceId} name={idea.title} timeZone={timeZone} onPlan={(at) => onPlan({ kind: 'idea', id: idea.id }, at)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function waits(idea: Idea, now: number): boolean {
  const plan = idea.post?.plan ?? null
  return isOnBoard(idea) && (plan === null || isOver(plan.at, now))
}
