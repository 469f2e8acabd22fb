import { Archive, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { closedNetworks } from '../../../shared/networks/closed-networks.ts'
import type { PastPost } from '../../../shared/past-posts/past-post.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Button } from '../../components/Button.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { removePast } from './archive-import-store.ts'
import { ImportLine } from './ImportLine.tsx'
import { PastPostRow } from './PastPostRow.tsx'
import styles from './PastPosts.module.css'

export interface PastPostsDialogProps {
  readonly workspace: Pick<Workspace, 'id' | 'name' | 'timeZone'>
  readonly onClose: () => void
}

/** So many are shown at first, and by each press; with a thousand it is time to search. */
const atOnce = 50
const most = 1000

/** What the client published on Google+, from its archive: found by its words, and written again. */
export function PastPostsDialog({ workspace, onClose }: PastPostsDialogProps): React.JSX.Element {
  const { t } = useTranslation('pastPosts')
  const [sought, setSought] = useState('')
  const [limit, setLimit] = useState(atOnce)
  const [leaving, setLeaving] = useState<PastPost | null>(null)
  const [loaded, retry] = useRequest('pastPosts.page', { workspaceId: workspace.id, text: sought.trim(), limit }, ['pastPosts.changed'])
  const date = useClosingDay()
  const { posts, total } = loaded.kind === 'ready' ? loaded.value : { posts: [], total: 0 }

  function search(words: string): void {
    setSought(words)
    setLimit(atOnce)
  }

  async function remove(post: PastPost): Promise<void> {
    setLeaving(null)
    const error = await removePast(workspace.id, { pastPostId: post.id })
    if (error !== null) showFailure(error, workspace.id)
  }

  return (
    <Dialog open onOpenChange={onClose} size="large" title={t('title')} description={t('text', { client: workspace.name, date })}>
      <div className={styles.dialog}>
        <ImportLine workspaceId={workspace.id} />
        {(total > 0 || sought !== '') && <SearchField label={t('search')} value={sought} maxLength={200} onChange={search} />}
        {loaded.kind === 'loading' && <LoadingState rows={4} />}
        {loaded.kind === 'failed' && <ErrorState size="small" error={loaded.error} onRetry={retry} />}
        {loaded.kind === 'ready' && total === 0 && <Nothing isSought={sought !== ''} />}
        {total > 0 && (
          <>
            <p role="status" className={styles.facts}>{t('count', { count: total })}</p>
            <ol className={styles.posts} aria-label={t('title')}>
              {posts.map((post) => <PastPostRow key={post.id} workspace={workspace} post={post} onRemove={() => setLeaving(post)} onOpened={onClose} />)}
            </ol>
          </>
        )}
        {posts.length < total && limit < most && <Button size="small" onClick={() => setLimit(Math.min(most, limit + atOnce))}>{t('more')}</Button>}
      </div>
      {leaving !== null && <ConfirmDialog open onOpenChange={() => setLeaving(null)} tone="danger" title={t('removeTitle')} text={t('removeText')} confirmLabel={t('remove')} onConfirm={() => void remove(leaving)} />}
    </Dialog>
  )
}

function Nothing({ isSought }: { readonly isSought: boolean }): React.JSX.Element {
  const { t } = useTranslation('pastPosts')
  return isSought ? <EmptyState size="small" icon={SearchX} title={t('noneTitle')} text={t('noneText')} /> : <EmptyState size="small" icon={Archive} title={t('emptyTitle')} text={t('emptyText')} />
}

function useClosingDay(): string {
  const { i18n } = useTranslation('pastPosts')
  const since = closedNetworks.find(({ id }) => id === 'googleplus')?.since ?? ''
  return new Intl.DateTimeFormat(i18n.language === 'fr' ? 'fr' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(since))
}
