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
  /** Takes one that is stored into the post, once nothing else is about to take the post's place. */
  readonly onStored: (item: MediaItem) => Promise<void>
}

/** Stores the files as media, one after the other; the answer lists what could not be taken. */
export async function addFiles({ bridge, workspaceId, newId, onStored }: AddFilesNeeds, files: readonly File[]): Promise<readonly StudioError[]> {
  const errors: StudioError[] = []
  const endOf = noteFiles(workspaceId, files.map(({ name }) => name))
  for (const [at, file] of files.entries()) {
    const [mediaId, cancelling] = [newId(), new AbortController()]
    beginAdding({ id: mediaId, workspaceId, fileName: file.name, share: 0, cancel: () => cancelling.abort() })
    const answer = await addMediaFile({ bridge, workspaceId, mediaId, file, signal: cancelling.signal, onProgress: (share) => moveAdding(mediaId, share) })
    endAdding(mediaId)
    if (answer.ok) await onStored(answer.value)
    else if (!cancelling.signal.aborted) errors.push(answer.error)
    endOf(at)
  }
  return errors
}

/** The composer knows the file from here on. */
export function keepStored(state: StoreApi<ComposerState>, item: MediaItem): void {
  const current = state.getState()
  if (current.kind === 'ready') state.setState({ ...current, media: [...current.media.filter(({ id }) => id !== item.id), item] }, true)
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
