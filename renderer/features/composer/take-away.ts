import { t } from 'i18next'
import type { FilmCaptions } from '../../../shared/captions/film-captions.ts'
import type { PostMedia } from '../../../shared/posts/post.ts'
import type { ContentChange } from './composer-changes.ts'
import { mediaOwner, type ReadyState } from './composer-state.ts'
import type { ComposerStore } from './composer-store.ts'
import { partIdAt, placeOfPart } from './thread/part-place.ts'
import { partAsContent } from './thread/thread-changes.ts'
import { rememberUndoHere } from './undo-here.ts'

type Store = Pick<ComposerStore, 'state' | 'change' | 'showPart'>

/** Takes a picture or a video out of the part in the editor; with its description and cover it can be put back where it was. */
export function removeMedia(store: Store, workspaceId: string, mediaId: string): void {
  const found = findMedia(store, mediaId)
  if (found === null) return
  const { now, item, place, ofAccount, name } = found
  changeInPart(store, workspaceId, now, { kind: 'detach', mediaId, ...ofAccount }, { kind: 'put_media_back', item, place, ...ofAccount }, t('composer:media.removed', { name }), t('composer:media.back', { name }))
}

/** Puts a picture or a video elsewhere among those of its part, counted from 0; it can be put back. */
export function placeMedia(store: Store, workspaceId: string, mediaId: string, to: number): void {
  const found = findMedia(store, mediaId)
  if (found === null || found.place === to) return
  const { now, place, ofAccount, name } = found
  changeInPart(store, workspaceId, now, { kind: 'place_media', mediaId, place: to, ...ofAccount }, { kind: 'place_media', mediaId, place, ...ofAccount }, t('composer:media.placed', { name, position: to + 1 }), t('composer:media.placedBack', { name, position: place + 1 }))
}

/** Takes the subtitles in one language from a film; they can be put back. */
export function removeCaptions(store: Store, workspaceId: string, mediaId: string, removed: FilmCaptions, language: string): void {
  const found = findMedia(store, mediaId)
  if (found === null) return
  const { now, item: { captions = [] }, ofAccount } = found
  const place = captions.findIndex(({ captionsId }) => captionsId === removed.captionsId)
  const without = captions.filter(({ captionsId }) => captionsId !== removed.captionsId)
  // What was added or replaced since stays, but for others in the same language, which a film has once.
  const back = (later: ReadyState): ContentChange => {
    const there = mediaIn(later, ofAccount.accountId).find((item) => item.mediaId === mediaId)?.captions ?? []
    return { kind: 'caption_film', mediaId, captions: there.filter((other) => other.language !== removed.language).toSpliced(place, 0, removed), ...ofAccount }
  }
  changeInPart(store, workspaceId, now, { kind: 'caption_film', mediaId, captions: without, ...ofAccount }, back, t('captions:removed', { language }), t('captions:back', { language }))
}

interface FoundMedia {
  readonly now: ReadyState
  readonly item: PostMedia
  readonly place: number
  readonly ofAccount: { readonly accountId?: string }
  readonly name: string
}

/** Among those that stand below the text: the part's, or those of the account in the editor. */
function findMedia({ state }: Store, mediaId: string): FoundMedia | null {
  const now = state.getState()
  if (now.kind !== 'ready') return null
  const owner = mediaOwner(now)
  const media = mediaIn(now, owner)
  const place = media.findIndex((item) => item.mediaId === mediaId)
  const item = media[place]
  const name = now.media.find(({ id }) => id === mediaId)?.fileName ?? ''
  return item === undefined ? null : { now, item, place, ofAccount: owner === undefined ? {} : { accountId: owner }, name }
}

/** Of the part in the editor; an account's own, where one is named. */
function mediaIn({ post, part }: ReadyState, owner: string | undefined): readonly PostMedia[] {
  const content = partAsContent(post.content, part)
  return owner === undefined ? content.media : (content.targets.find(({ accountId }) => accountId === owner)?.media ?? [])
}

/** `back`: the change that takes it back, or how that follows from what stands there by then. */
function changeInPart(store: Store, workspaceId: string, { part, post }: ReadyState, change: ContentChange, back: ContentChange | ((later: ReadyState) => ContentChange), label: string, undone: string): void {
  const partId = partIdAt(post.content, part)
  store.change(change)
  rememberUndoHere(store, {
    workspaceId,
    label,
    will: undone,
    undone,
    async undo() {
      const later = store.state.getState()
      if (later.kind !== 'ready') return null
      // The part may stand elsewhere meanwhile; where it is gone there is no place for it, and another part is none.
      const place = placeOfPart(later.post.content, partId)
      if (place === null) return { code: 'post_not_editable', message: 'the part it was in is gone', retryable: false }
      store.showPart(place)
      store.change(typeof back === 'function' ? back({ ...later, part: place }) : back)
      return null
    }
  })
}
