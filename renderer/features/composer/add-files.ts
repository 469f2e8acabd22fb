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
import { deliver, withArrival, type TakeArrival } from './arrivals.ts'
import type { ComposerState, OpenPost, ReadyState } from './composer-state.ts'
import { partIdAt } from './thread/part-place.ts'

export interface AddFilesNeeds {
  readonly bridge: Pick<StudioBridge, 'request'>
  readonly workspaceId: string
  readonly newId: () => string
  readonly postId: string
  /** Takes one that is stored into the post, and saves that without a pause; `onSaved` is told once the post is stored with it, however long that takes. Answers why it is not in the post. */
  readonly onStored: (item: MediaItem, onSaved: () => void) => Promise<StudioError | null>
}

/** Stores the files as media, one after the other; the answer lists what could not be taken, or came in and is not in the post. */
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
      const error = await onStored(answer.value, () => endOf(at))
      if (error !== null) errors.push(error)
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

export interface ChooseFilesNeeds extends Omit<AddFilesNeeds, 'onStored'> {
  readonly ready: () => ReadyState | null
  readonly isRemoving: () => boolean
}

/** Adds files to the part that is in the editor now, wherever the author goes meanwhile. */
export function chooseFiles(needs: ChooseFilesNeeds, files: readonly File[], owner?: string): Promise<readonly StudioError[]> {
  const current = needs.ready()
  const partId = current === null ? null : partIdAt(current.post.content, current.part)
  const unstored = (): OpenPost | null => {
    const post = needs.ready()?.post
    return post === undefined || post.revision > 0 || needs.isRemoving() ? null : post
  }
  return addFiles({ ...needs, onStored: (item, onSaved) => deliver({ ...needs, unstored }, { item, partId, owner }, onSaved) }, files)
}

export interface ArrivalTakerNeeds {
  readonly state: StoreApi<ComposerState>
  readonly replace: (next: (content: PostContent) => PostContent) => void
  readonly flush: () => Promise<void>
  readonly isOver: () => boolean
  /** Ends when what is going on does: a call about the post that is out, or its reading. */
  readonly atRest: () => Promise<unknown>
}

/** Takes what comes in into the post in hand, once nothing else is about to take the post's place. */
export function createArrivalTaker({ state, replace, flush, isOver, atRest }: ArrivalTakerNeeds): TakeArrival {
  return async (arrival, onSaved) => {
    await atRest()
    for (let current = state.getState(); current.kind === 'ready' && current.isSettling; current = state.getState()) await atRest()
    const current = state.getState()
    if (current.kind !== 'ready' || isOver()) return 'not_here'
    const content = withArrival(current.post, arrival, current.part)
    if ('code' in content) {
      onSaved()
      return content
    }
    keepStored(state, arrival.item)
    replace(() => content)
    await flush()
    onceSaved(state, onSaved)
    return null
  }
}

/** Puts a picture that is stored into the part in the editor, or among those of one account, with the words that describe it; answers why not. */
export function createStoredAdder(state: StoreApi<ComposerState>, change: (change: ContentChange) => void): (item: MediaItem, altText: string, owner?: string) => StudioError | null {
  return (item, altText, owner) => {
    const current = state.getState()
    if (current.kind !== 'ready') return null
    const next = withArrival(current.post, { item, partId: partIdAt(current.post.content, current.part), owner })
    if ('code' in next) return next
    keepStored(state, item)
    change({ kind: 'attach', mediaId: item.id, altText, ...(owner === undefined ? {} : { accountId: owner }) })
    return null
  }
}

/** Puts another file in the place of one, wherever the post has it. */
export function createMediaSwapper(state: StoreApi<ComposerState>, replace: (change: (content: PostContent) => PostContent) => void): (mediaId: string, item: MediaItem) => void {
  return (mediaId, item) => {
    keepStored(state, item)
    replace((content) => swapMedia(content, mediaId, item.id))
  }
}
