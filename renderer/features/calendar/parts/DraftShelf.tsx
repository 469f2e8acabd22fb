import { PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { PostSummary } from '../../../../shared/posts/post.ts'
import { CountBadge } from '../../../components/CountBadge.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { PostCard } from './PostCard.tsx'
import styles from './DraftShelf.module.css'

export interface DraftShelfProps {
  readonly workspaceId: string
  readonly drafts: readonly PostSummary[]
  readonly accounts: readonly Account[]
  readonly onOpen: (postId: string) => void
}

/** The drafts that have no time yet, beside the calendar. */
export function DraftShelf({ workspaceId, drafts, accounts, onOpen }: DraftShelfProps): React.JSX.Element {
  const { t } = useTranslation('calendar')
  return (
    <aside className={styles.shelf} aria-label={t('drafts')}>
      <h2 className={styles.heading}>
        {t('drafts')} <CountBadge count={drafts.length} />
      </h2>
      {drafts.length === 0 ? (
        <EmptyState size="small" icon={PencilLine} title={t('noDrafts')} text={t('noDraftsText')} />
      ) : (
        <ul className={styles.list}>
          {drafts.map((draft) => (
            <li key={draft.id}>
              <button type="button" className={styles.draft} onClick={() => onOpen(draft.id)}>
                <PostCard workspaceId={workspaceId} post={draft} accounts={accounts} time="" form="block" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </aside>
  )
}
