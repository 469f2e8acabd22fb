import { Draggable } from '@fullcalendar/react/interaction'
import { PencilLine } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { PostSummary } from '../../../../shared/posts/post.ts'
import { CountBadge } from '../../../components/CountBadge.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { PlanButton } from './PlanButton.tsx'
import { PostCard } from './PostCard.tsx'
import styles from './DraftShelf.module.css'

export interface DraftShelfProps {
  readonly workspaceId: string
  readonly timeZone: string
  readonly drafts: readonly PostSummary[]
  readonly accounts: readonly Account[]
  readonly onOpen: (postId: string) => void
  /** By the keyboard's way; dropping on the calendar is the grid's business. */
  readonly onPlan: (postId: string, localDateTime: string) => void
}

/** The drafts that wait for a time, beside the calendar: drag one onto a day or an hour, or plan it by its button. */
export function DraftShelf({ workspaceId, timeZone, drafts, accounts, onOpen, onPlan }: DraftShelfProps): React.JSX.Element {
  const { t } = useTranslation('calendar')
  const formats = useFormats()
  const shelf = useRef<HTMLElement>(null)

  useEffect(() => {
    if (shelf.current === null) return
    const draggable = new Draggable(shelf.current, { itemSelector: '[data-draft]', eventData: { create: false, duration: '00:45' } })
    return () => draggable.destroy()
  }, [])

  return (
    <aside ref={shelf} className={styles.shelf} aria-label={t('drafts')}>
      <h2 className={styles.heading}>
        {t('drafts')} <CountBadge count={drafts.length} />
      </h2>
      {drafts.length === 0 ? (
        <EmptyState size="small" icon={PencilLine} title={t('noDrafts')} text={t('noDraftsText')} />
      ) : (
        <>
          <p className={styles.hint}>{t('dragHint')}</p>
          <ul className={styles.list}>
            {drafts.map((draft) => (
              <li key={draft.id} className={styles.item}>
                <button type="button" className={styles.draft} data-draft={draft.id} onClick={() => onOpen(draft.id)}>
                  <PostCard workspaceId={workspaceId} post={draft} accounts={accounts} time={draft.plan === null ? '' : formats.dayAndTime(draft.plan.at, timeZone)} form="block" />
                </button>
                <PlanButton draft={draft} timeZone={timeZone} onPlan={(at) => onPlan(draft.id, at)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  )
}
