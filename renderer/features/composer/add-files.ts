import type { StoreApi } from 'zustand/vanilla'
import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { addMediaFile } from '../../bridge/add-media-file.ts'
import { noteFiles } from '../../shell/unfinished-store.ts'
import { beginAdding, endAdding, moveAdding } from './adding-store.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { swapMedia } from '../../../shared/posts/swap-media.ts'
import type { ContentChange } from './composer-changes.ts'
import type { ComposerState } from './composer-state.ts'

export interface AddFilesNeeds {
  readonly bridge: Pick<StudioBridge, 'request'>
  readonly workspaceId: string
  readonly newId: () => string
  readonly postId: string
  /** Takes one that is stored into the post, once nothing else is about to take the post's place, and saves that without a pause; `onSaved` is told once the post is stored with it, however long that takes. */
  readonly onStored: (item: MediaItem, onSaved: () => void) => Promise<void>
}

/** Stores the files as media, one after the other; the answer lists what could not be taken. */
export async function addFiles({ bridge, workspaceId, postId, newId, onStored }: AddFilesNeeds, files: readonly File[]): Promise<readonly StudioError[]> {
  const errors: StudioError[] = []
  const coming = files.map((file) => ({ file, mediaId: newId() }))
  const endOf = noteFiles(workspaceId, coming.map(({ file, mediaId }) => ({ name: file.name, inPost: { postId, mediaId } })))
  for (const [at, { file, mediaId }] of coming.entries()) {
    const cancelling = new AbortController()
    beginAdding({ id: mediaId, workspaceId, fileName: file.name, share: 0, cancel: () => cancelling.abort() })
    const answer = await addMediaFile({ bridge, workspaceId, mediaId, file, signal: cancelling.signal, onProgress: (share) => moveAdding(mediaId, share) })
    endAdding(mediaId)
    if (answer.ok) {
      await onStored(answer.value, () => endOf(at))
      continue
    }
    if (!cancelling.signal.aborted) errors.push(answer.error)
    endOf(at)
  }
  return errors
}

/** The composer knows the file from here on. */
export function keepStored(state: StoreApi<ComposerState>, item: MediaItem): void {
  const current = state.getState()
  if (current.kind === 'ready') state.setState({ ...current, media: [...current.media.filter(({ id }) => id !== item.id), item] }, true)
}

/** Calls back once nothing of the post waits to be stored, or nothing of it ever will be: a crash before that would lose what was put in. */
export function onceSaved(state: StoreApi<ComposerState>, onSaved: () => void): void {
  const isWaiting = (now: ComposerState): boolean => now.kind === 'ready' && (now.post.save.kind === 'waiting' || now.post.save.kind === 'saving' || now.post.save.kind === 'failed') && now.post.overtaken?.kind !== 'gone'
  if (!isWaiting(state.getState())) return onSaved()
  const stop = state.subscribe((now) => {
    if (isWaiting(now)) return
    stop()
    onSaved()
  })
}

/** Puts a picture that is stored into the part in the editor, or among those of one account, with the words that describe it. */
export function createStoredAdder(state: StoreApi<ComposerState>, change: (change: ContentChange) => void): (item: MediaItem, altText: string, owner?: string) => void {
  return (item, altText, owner) => {
    if (state.getState().kind !== 'ready') return
    keepStored(state, item)
    change({ kind: 'attach', mediaId: item.id, altText, ...(owner === undefined ? {} : { accountId: owner }) })
  }
}

/** Puts another file in the place of one, wherever the post has it. */
export function createMediaSwapper(state: StoreApi<ComposerState>, replace: (change: (content: PostContent) => PostContent) => void): (mediaId: string, item: MediaItem) => void {
  return (mediaId, item) => {
    keepStored(state, item)
    replace((content) => swapMedia(content, mediaId, item.id))
  }
}
