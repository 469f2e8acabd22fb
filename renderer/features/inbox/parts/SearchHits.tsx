import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { soughtInSearch } from '../../../../shared/inbox/parse-search-text.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Avatar } from '../../../components/Avatar.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { ListRow } from '../../../components/ListRow.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { MarkedText } from '../../../components/MarkedText.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import styles from './SearchHits.module.css'

export interface SearchHitsProps {
  readonly workspaceId: string
  readonly text: string
  readonly timeZone: string
  readonly onSelect: (conversationId: string) => void
}

/** Messages that hold the words, newest first; found as one types. */
export function SearchHits({ workspaceId, text, timeZone, onSelect }: SearchHitsProps): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const formats = useFormats()
  const now = useNow()
  const [loaded, reload] = useRequest('inbox.search', { workspaceId, text, limit: 100 }, [])
  if (loaded.kind === 'loading') return <LoadingState rows={6} />
  if (loaded.kind === 'failed') return <ErrorState size="small" error={loaded.error} onRetry={reload} />
  const { hits } = loaded.value
  const sought = soughtInSearch(text)
  if (hits.length === 0) return <EmptyState size="small" icon={SearchX} title={t('empty.search')} text={t('empty.searchText')} />
  return (
    <div className={styles.hits}>
      <p className={styles.count} role="status">
        {t('searchResults', { count: hits.length })}
      </p>
      <ul>
        {hits.map(({ item, conversation }) => (
          <li key={item.id}>
            <button type="button" className={styles.hit} onClick={() => onSelect(conversation.id)}>
              <ListRow leading={<Avatar name={item.authorName} />} title={item.isOwn ? t('you') : <MarkedText text={item.authorName} sought={sought} />} detail={<MarkedText text={item.text} sought={sought} startsAtFind />} meta={formats.recent(item.createdAt, now, timeZone)} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
