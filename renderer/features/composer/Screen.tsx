import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { studio } from '../../bridge/studio-client.ts'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { useFocusMode } from '../../shell/focus-mode.ts'
import { routeTo } from '../../shell/route.ts'
import { navigate } from '../../shell/route-store.ts'
import { ScreenFrame } from '../../shell/ScreenFrame.tsx'
import type { ScreenProps } from '../../shell/screen-props.ts'
import { noteSaved, useWorkspace } from '../../shell/studio-store.ts'
import { noteWriting } from '../../shell/unfinished-store.ts'
import { ComposerDesk } from './ComposerDesk.tsx'
import { isEditable, plannedTime } from './composer-state.ts'
import { rememberDeletion } from './remember-deletion.ts'
import { DeleteDraftDialog } from './parts/DeleteDraftDialog.tsx'
import { PostActions } from './parts/PostActions.tsx'
import { useComposer } from './use-composer.ts'
import { titleOf } from './title-of.ts'
import { currentInstant } from '../../bridge/system-clock.ts'
import { newId } from '../../bridge/system-random.ts'

interface PostScreenProps {
  readonly workspaceId: string
  readonly timeZone: string
  readonly postId: string
  /** Wall-clock time of the calendar slot that was clicked. */
  readonly at: string | null
}

/** Without a post in the address a new one begins; nothing is stored before its first change. */
export function Screen({ route, workspace }: ScreenProps<'compose'>): React.JSX.Element | null {
  const { postId, at } = route

  useEffect(() => {
    if (postId === null) navigate({ screen: 'compose', workspaceId: workspace.id, postId: newId(), at }, { replace: true })
  }, [postId, workspace.id, at])

  return postId === null ? null : <PostScreen key={`${workspace.id} ${postId}`} workspaceId={workspace.id} timeZone={workspace.timeZone} postId={postId} at={at} />
}

/** One post: its text, its variants, its previews, its time. */
function PostScreen({ workspaceId, timeZone, postId, at }: PostScreenProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const { store, state } = useComposer(studio, workspaceId, postId, at)
  const [openedAt] = useState(currentInstant)
  const [isDeleting, setDeleting] = useState(false)
  const askToRemove = useCallback(() => setDeleting(true), [])
  // The side bar with the name fades: whose text it is stays written.
  const isAlone = useFocusMode()
  const client = useWorkspace(workspaceId)?.name
  const save = state.kind === 'ready' ? state.post.save : null
  const savedAt = save?.kind === 'saved' ? save.at : null

  // What was saved before this post was opened is no news.
  useEffect(() => {
    if (savedAt !== null && savedAt >= openedAt) noteSaved(workspaceId, savedAt)
  }, [workspaceId, savedAt, openedAt])

  const isWriting = state.kind === 'ready' && isEditable(state.post) && save?.kind !== 'untouched' && (savedAt === null || savedAt >= openedAt)
  useEffect(() => (isWriting ? noteWriting(workspaceId, postId) : undefined), [isWriting, workspaceId, postId])

  async function handleDelete(): Promise<void> {
    const removed = state.kind === 'ready' ? state.post : null
    const error = await store.remove()
    setDeleting(false)
    if (error) return showFailure(error, workspaceId)
    navigate(routeTo('calendar', workspaceId))
    if (removed !== null) rememberDeletion({ id: workspaceId, timeZone }, removed)
  }

  if (state.kind === 'loading') return <ScreenFrame title={t('title')}><LoadingState shape="page" /></ScreenFrame>
  if (state.kind === 'failed') return <ScreenFrame title={t('title')}><ErrorState error={state.error} onRetry={() => void store.load()} /></ScreenFrame>
  const { post } = state
  const isNew = post.revision === 0
  return (
    <ScreenFrame
      title={t(titleOf(post))}
      {...(isAlone ? { subtitle: client } : {})}
      actions={
        <PostActions workspaceId={workspaceId} store={store} postId={postId} status={post.status} save={post.save} overtaken={post.overtaken} isNew={isNew} plannedFor={isNew ? plannedTime(post, timeZone) : null} onRemove={askToRemove} />
      }
    >
      <ComposerDesk workspaceId={workspaceId} store={store} state={state} />
      {isDeleting && <DeleteDraftDialog open onOpenChange={setDeleting} onConfirm={() => void handleDelete()} />}
    </ScreenFrame>
  )
}
