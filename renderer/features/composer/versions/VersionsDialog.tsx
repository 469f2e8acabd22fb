import { History } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { comparePosts, isSameToTheEye, type PostComparison } from '../../../../shared/posts/compare-posts.ts'
import type { RequestOutput } from '../../../../shared/contract/request-map.ts'
import { mostVersions, type PostVersion, type VersionReason } from '../../../../shared/posts/post-version.ts'
import { currentInstant } from '../../../bridge/system-clock.ts'
import { useRequest, type Loaded } from '../../../bridge/use-request.ts'
import { Button } from '../../../components/Button.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { VirtualList } from '../../../components/VirtualList.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { isEditable, type ReadyState } from '../composer-state.ts'
import type { ComposerStore } from '../composer-store.ts'
import { restoreVersion } from './restore-version.ts'
import { VersionComparison } from './VersionComparison.tsx'
import { VersionRow } from './VersionRow.tsx'
import styles from './Versions.module.css'

export interface VersionsDialogProps {
  readonly workspaceId: string
  readonly store: ComposerStore
  readonly state: ReadyState
  /** The newest that was kept for this reason is shown first. */
  readonly beginWith?: VersionReason
  readonly onClose: () => void
}

/** The versions on the left, the chosen one beside the present text on the right; one can be put back. */
export function VersionsDialog({ onClose, beginWith, ...props }: VersionsDialogProps): React.JSX.Element {
  const { workspaceId, store, state } = props
  const { t } = useTranslation('versions')
  const formats = useFormats()
  const { post } = state
  const [loaded, retry] = useRequest('posts.listVersions', { workspaceId, postId: post.postId }, ['posts.changed'])
  const [chosenId, setChosenId] = useState<string | null>(null)
  const timeZone = useWorkspace(workspaceId)?.timeZone ?? 'Europe/Paris'
  const versions = loaded.kind === 'ready' ? loaded.value.versions : []
  const chosen = versions.find(({ id }) => id === chosenId) ?? versions.find(({ reason }) => reason === beginWith) ?? versions[0]
  const { content, comparison, readAgain } = useComparison(workspaceId, post, chosen)
  const whenOf = ({ at }: PostVersion): string => formats.moment(at, currentInstant(), timeZone)
  const refusal = refusalOf(post, comparison)

  async function handleRestore(version: PostVersion): Promise<void> {
    const error = await restoreVersion({ workspaceId, store, postId: post.postId, versionId: version.id, when: whenOf(version) })
    if (error === null) onClose()
    else showFailure(error, workspaceId)
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t('title')}
      description={t('text', { count: mostVersions })}
      footer={
        chosen !== undefined && (
          <>
            <p className={styles.remark}>{t(refusal ?? 'restoreText')}</p>
            <Button variant="primary" disabled={refusal !== null || state.isSettling || content.kind !== 'ready'} onClick={() => void handleRestore(chosen)}>
              {t('restore')}
            </Button>
          </>
        )
      }
    >
      {loaded.kind === 'loading' && <LoadingState rows={4} />}
      {loaded.kind === 'failed' && <ErrorState error={loaded.error} onRetry={retry} />}
      {loaded.kind === 'ready' && chosen === undefined && <EmptyState icon={History} size="small" title={t('emptyTitle')} text={t('emptyText')} />}
      {chosen !== undefined && (
        <div className={styles.desk}>
          <div className={styles.list}>
            <VirtualList
              label={t('list')}
              rows={versions}
              hasMore={false}
              selectedId={chosen.id}
              onSelect={({ id }) => setChosenId(id)}
              onNearEnd={nothingMore}
              renderRow={(version, option) => <VersionRow key={version.id} version={version} when={whenOf(version)} option={option} />}
            />
          </div>
          <VersionComparison workspaceId={workspaceId} loaded={content} comparison={comparison} onRetry={readAgain} present={post.content} accounts={state.accounts} />
        </div>
      )}
    </Dialog>
  )
}

interface ComparedVersion {
  readonly content: Loaded<RequestOutput<'posts.readVersion'>>
  /** Null until the version is loaded. */
  readonly comparison: PostComparison | null
  readonly readAgain: () => void
}

/** The chosen version beside what the post says now. Only what was seen can be restored. */
function useComparison(workspaceId: string, { postId, content: present }: ReadyState['post'], chosen: PostVersion | undefined): ComparedVersion {
  const [answer, readAgain, isOlder] = useRequest('posts.readVersion', chosen === undefined ? null : { workspaceId, postId, versionId: chosen.id }, [])
  const content: typeof answer = isOlder ? { kind: 'loading' } : answer
  const version = content.kind === 'ready' ? content.value.content : null
  const comparison = useMemo(() => version && comparePosts(version, present), [version, present])
  return { content, comparison, readAgain }
}

/** Why the version cannot be put in place of what the post says now. */
function refusalOf(post: ReadyState['post'], comparison: PostComparison | null): 'fixed' | 'nothingToRestore' | null {
  if (!isEditable(post)) return 'fixed'
  return comparison !== null && isSameToTheEye(comparison) ? 'nothingToRestore' : null
}

const nothingMore = async (): Promise<void> => undefined
