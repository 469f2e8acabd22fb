import { PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CountBadge } from '../../../components/CountBadge.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { asAttribute } from '../carried-to-day.ts'
import { PlanButton } from './PlanButton.tsx'
import { PostCard } from './PostCard.tsx'
import type { ShelfProps } from './shelf-props.ts'
import styles from './Shelf.module.css'

/** The drafts that wait for a time. */
export function DraftsToPlan({ workspaceId, timeZone, drafts, accounts, onOpen, onPlan }: ShelfProps): React.JSX.Element {
  const { t } = useTranslation('calendar')
  const formats = useFormats()
  return (
    <>
      <h2 className={styles.heading}>
        {t('shelf.drafts')} <CountBadge count={drafts.length} />
      </h2>
      {drafts.length === 0 ? (
        <EmptyState size="small" icon={PencilLine} title={t('noDrafts')} text={t('noDraftsText')} />
      ) : (
        <>
          <p className={styles.hint}>{t('dragHint')}</p>
          <ul className={styles.list}>
            {drafts.map((draft) => (
              <li key={draft.id} className={styles.item}>
                <button type="button" className={styles.draft} data-carried={asAttribute({ kind: 'draft', id: draft.id })} onClick={() => onOpen(draft.id)}>
                  <PostCard workspaceId={workspaceId} post={draft} accounts={accounts} time={draft.plan === null ? '' : formats.dayAndTime(draft.plan.at, timeZone)} form="block" />
                </button>
                <PlanButton workspaceId={workspaceId} accountIds={draft.accountIds} name={draft.excerpt} timeZone={timeZone} onPlan={(at) => onPlan({ kind: 'draft', id: draft.id }, at)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
