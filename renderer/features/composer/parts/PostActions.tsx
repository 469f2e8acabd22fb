import { Copy, RefreshCw, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostContent } from '../../../../shared/posts/post.ts'
import { Button } from '../../../components/Button.tsx'
import { TemplatesButton } from '../../templates/TemplatesButton.tsx'
import { BesideButton } from '../beside/BesideButton.tsx'
import { emptyContent, isEditable, type OpenPost } from '../composer-state.ts'
import type { ComposerStore } from '../composer-store.ts'
import { wasOut } from '../title-of.ts'
import { VersionsButton } from '../versions/VersionsButton.tsx'
import { writeAgain } from '../write-again.ts'
import { FocusButton } from './FocusButton.tsx'
import styles from './PostActions.module.css'
import { SaveMark } from './SaveMark.tsx'

export interface PostActionsProps extends Pick<OpenPost, 'postId' | 'status' | 'save' | 'overtaken'> {
  readonly workspaceId: string
  readonly store: ComposerStore
  readonly isNew: boolean
  /** The time a new post was begun for, by the client's clocks. */
  readonly plannedFor: string | null
  readonly onRemove: () => void
}

/** What can be done with the post as a whole, and whether it is saved. Nothing of it is drawn again with a key. */
export const PostActions = memo(function PostActions({ workspaceId, store, postId, status, save, overtaken, isNew, plannedFor, onRemove }: PostActionsProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  // What became of the post elsewhere is settled first.
  const isStored = !isNew && overtaken === null
  const isOut = wasOut({ status })
  return (
    <>
      {isEditable({ status, overtaken }) && <SaveMark save={save} onRetry={() => void store.retrySave()} onReload={() => void store.load()} />}
      {isEditable({ status, overtaken }) && <FocusButton />}
      <span data-fades className={styles.actions}>
        <BesideButton workspaceId={workspaceId} postId={postId} store={store} />
        <TemplatesButton workspaceId={workspaceId} postId={postId} contentNow={() => contentOf(store)} plannedFor={plannedFor} />
        {isStored && <VersionsButton workspaceId={workspaceId} store={store} />}
        {isStored && (
          <Button size="small" variant="quiet" icon={isOut ? RefreshCw : Copy} onClick={() => void writeAgain(workspaceId, postId)}>
            {t(isOut ? 'writeAgain' : 'copy')}
          </Button>
        )}
        {isStored && status === 'draft' && (
          <Button size="small" variant="quiet" icon={Trash2} onClick={onRemove}>
            {t('remove.action')}
          </Button>
        )}
      </span>
    </>
  )
})

function contentOf(store: ComposerStore): PostContent {
  const now = store.state.getState()
  return now.kind === 'ready' ? now.post.content : emptyContent
}
