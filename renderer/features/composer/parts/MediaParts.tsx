import { memo } from 'react'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { mediaFor } from '../../../../shared/posts/post-parts.ts'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { isEditable, mediaOwner, type ReadyState } from '../composer-state.ts'
import type { ComposerStore } from '../composer-store.ts'
import { PostFramingOf } from '../framing/PostFramingOf.tsx'
import { PostTermsOf } from '../terms/PostTermsOf.tsx'
import { partAsContent } from '../thread/thread-changes.ts'
import type { WritingActs } from '../use-writing-acts.tsx'
import { accountsOfTab } from '../variants/accounts-of-tab.ts'
import { FormatPicker } from './FormatPicker.tsx'
import { MediaStrip } from './MediaStrip.tsx'
import { OwnMedia } from './OwnMedia.tsx'
import { PollEditor } from './PollEditor.tsx'
import { QuotedPost } from './QuotedPost.tsx'
import styles from '../ComposerDesk.module.css'

interface MediaPartsProps {
  readonly workspaceId: string
  readonly store: ComposerStore
  readonly state: ReadyState
  readonly acts: WritingActs
}

/** What goes out beside the words: pictures, videos, in which form, a poll, a post that is quoted. */
export const MediaParts = memo(function MediaParts({ workspaceId, store, state, acts }: MediaPartsProps): React.JSX.Element {
  const { post } = state
  const [canEdit, accounts] = [isEditable(post), accountsOfTab(state)]
  const attached = mediaFor(partAsContent(post.content, state.part), mediaOwner(state))
  return (
    <div data-fades className={styles.fades}>
      {canEdit && <OwnMedia workspaceId={workspaceId} store={store} state={state} />}
      <MediaStrip workspaceId={workspaceId} media={attached} items={state.media} isEditable={canEdit} onChange={acts.changeMedia} onPlace={acts.placeMedia} onFiles={acts.addFiles} onStored={acts.addStored} onMade={acts.takeMade} filmLimits={acts.filmLimits} onCover={acts.coverFilm} onCaptions={acts.captionFilm} onRemoveCaptions={acts.removeCaptions} onFocus={acts.focusPicture} tellsPeople={tellsPeople(state)} onPeople={acts.tagPeople} />
      <FormatPicker content={post.content} accounts={accounts} isEditable={canEdit} onChange={store.change} />
      <PostFramingOf workspaceId={workspaceId} askedOf={askedForPlaces(state)} content={post.content} accounts={accounts} timeZone={useWorkspace(workspaceId)?.timeZone ?? 'UTC'} isEditable={canEdit} onChange={store.change} />
      <PostTermsOf workspaceId={workspaceId} content={post.content} accounts={accounts} media={state.media} isEditable={canEdit} onChange={store.change} />
      <QuotedPost workspaceId={workspaceId} state={state} onChange={store.change} />
      <PollEditor workspaceId={workspaceId} state={state} onChange={store.change} />
    </div>
  )
})

/** Whether any account of the post is of a network that is told who is shown. */
function tellsPeople({ post, accounts }: Pick<ReadyState, 'post' | 'accounts'>): boolean {
  const chosen = new Set(post.content.targets.map(({ accountId }) => accountId))
  return accounts.some(({ id, networkId }) => chosen.has(id) && capabilitiesOf(networkId).peopleShown !== undefined)
}

/** The client's account whose network can be asked for places: only Facebook's can. */
function askedForPlaces({ accounts }: Pick<ReadyState, 'accounts'>): string | null {
  return accounts.find(({ networkId, state }) => networkId === 'facebook' && state === 'connected')?.id ?? null
}
