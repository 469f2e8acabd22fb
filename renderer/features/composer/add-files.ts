import type { StoreApi } from 'zustand/vanilla'
import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { addMediaFile } from '../../bridge/add-media-file.ts'
import { beginAdding, endAdding, moveAdding } from './adding-store.ts'
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
  for (const file of files) {
    const [mediaId, cancelling] = [newId(), new AbortController()]
    beginAdding({ id: mediaId, workspaceId, fileName: file.name, share: 0, cancel: () => cancelling.abort() })
    const answer = await addMediaFile({ bridge, workspaceId, mediaId, file, signal: cancelling.signal, onProgress: (share) => moveAdding(mediaId, share) })
    endAdding(mediaId)
    if (answer.ok) await onStored(answer.value)
    else if (!cancelling.signal.aborted) errors.push(answer.error)
  }
  return errors
}

/** Puts a picture that is stored into the part in the editor, with the words that describe it. */
export function createStoredAdder(state: StoreApi<ComposerState>, change: (change: ContentChange) => void): (item: MediaItem, altText: string) => void {
  return (item, altText) => {
    const current = state.getState()
    if (current.kind !== 'ready') return
    const others = current.media.filter(({ id }) => id !== item.id)
    state.setState({ ...current, media: [...others, item] }, true)
    change({ kind: 'attach', mediaId: item.id, altText })
  }
}
