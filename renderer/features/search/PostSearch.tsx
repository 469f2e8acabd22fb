import { Autocomplete } from '@base-ui/react/autocomplete'
import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { assertNever } from '../../../shared/errors/assert-never.ts'
import { soughtInSearch } from '../../../shared/inbox/parse-search-text.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { useRequest, type Loaded } from '../../bridge/use-request.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { FinderDialog, FinderField, FinderKeys } from '../../components/FinderDialog.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { namedAccounts } from '../../components/named-accounts.ts'
import finderStyles from '../../components/Finder.module.css'
import { navigate } from '../../shell/route-store.ts'
import { FoundPost } from './FoundPost.tsx'
import styles from './PostSearch.module.css'

export interface PostSearchProps {
  readonly workspace: Workspace
  /** What was typed in the palette before. */
  readonly initialText: string
  readonly onClose: () => void
}

type Hit = RequestOutput<'posts.search'>['hits'][number]

const mostHits = 50
const longestText = 200

/** Finds the client's drafts, scheduled and published posts by their words, as one types; Enter opens one. */
export function PostSearch({ workspace, initialText, onClose }: PostSearchProps): React.JSX.Element {
  const { t } = useTranslation('search')
  const [text, setText] = useState(initialText)

  return (
    <FinderDialog isOpen isWide title={t('title')} onClose={onClose}>
      <Finder workspace={workspace} text={text} onText={setText} onClose={onClose} />
    </FinderDialog>
  )
}

interface FinderProps {
  readonly workspace: Workspace
  readonly text: string
  readonly onText: (text: string) => void
  readonly onClose: () => void
}

function Finder({ workspace, text, onText, onClose }: FinderProps): React.JSX.Element {
  const { t } = useTranslation('search')
  const isEmpty = text.trim() === ''
  const [answer, reload, isOlder] = useRequest('posts.search', isEmpty ? null : { workspaceId: workspace.id, text, limit: mostHits }, ['posts.changed'])
  // What answers the words before these is not offered: Enter would open what nobody looked for.
  const loaded: typeof answer = isOlder ? { kind: 'loading' } : answer
  const [accountsLoaded] = useRequest('accounts.list', { workspaceId: workspace.id }, ['accounts.changed'])
  const accounts = accountsLoaded.kind === 'ready' ? namedAccounts(accountsLoaded.value) : []
  const hits = loaded.kind === 'ready' && !isEmpty ? loaded.value.hits : []

  function handleOpen({ post }: Hit): void {
    onClose()
    // After the dialog has given the focus back, so that the composer keeps it.
    setTimeout(() => navigate({ screen: 'compose', workspaceId: workspace.id, postId: post.id, at: null }))
  }

  return (
    <Autocomplete.Root open inline items={hits} filter={null} value={text} onValueChange={onText} itemToStringValue={() => text} autoHighlight="always" keepHighlight>
      <FinderField label={t('title')} placeholder={t('placeholder')} closeLabel={t('close')} maxLength={longestText} />
      <Answer loaded={loaded} isEmpty={isEmpty} onRetry={reload} />
      <Autocomplete.List className={finderStyles.list} aria-label={t('found')}>
        {(hit: Hit) => (
          <Autocomplete.Item key={hit.post.id} value={hit} className={styles.item} onClick={() => handleOpen(hit)}>
            <FoundPost workspace={workspace} accounts={accounts} post={hit.post} passage={hit.passage} sought={soughtInSearch(text, 'numbers')} />
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
      <FinderKeys move={t('move')} choose={t('open')} />
    </Autocomplete.Root>
  )
}

interface AnswerProps {
  readonly loaded: Loaded<RequestOutput<'posts.search'>>
  readonly isEmpty: boolean
  readonly onRetry: () => void
}

/** What there is to say beside the list: what can be found, that it is sought, how many there are, or why there are none. */
function Answer({ loaded, isEmpty, onRetry }: AnswerProps): React.JSX.Element {
  const { t } = useTranslation('search')
  if (isEmpty) return <p className={styles.hint}>{t('hint')}</p>
  switch (loaded.kind) {
    case 'loading':
      return <LoadingState rows={3} />
    case 'failed':
      return <ErrorState size="small" error={loaded.error} onRetry={onRetry} />
    case 'ready': {
      const { length } = loaded.value.hits
      return length === 0 ? (
        <div role="status">
          <EmptyState size="small" icon={SearchX} title={t('nothing')} text={t('nothingText')} />
        </div>
      ) : (
        <p className={styles.count} role="status">
          {length === mostHits ? t('most', { count: length }) : t('count', { count: length })}
        </p>
      )
    }
    default:
      return assertNever(loaded, 'answer of the search')
  }
}
