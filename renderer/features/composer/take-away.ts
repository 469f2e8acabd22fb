import { t } from 'i18next'
import { rememberUndo } from '../../shell/undo-store.ts'
import type { ContentChange } from './composer-changes.ts'
import { mediaOwner, type ReadyState } from './composer-state.ts'
import type { ComposerStore } from './composer-store.ts'
import { partIdAt, placeOfPart } from './thread/part-place.ts'
import { partAsContent } from './thread/thread-changes.ts'

type Store = Pick<ComposerStore, 'state' | 'change' | 'showPart'>

/** Takes a picture or a video out of the part in the editor; with its description and cover it can be put back where it was. */
export function removeMedia(store: Store, workspaceId: string, mediaId: string): void {
  const now = store.state.getState()
  if (now.kind !== 'ready') return
  const { part, post: { content } } = now
  const owner = mediaOwner(now)
  const media = owner === undefined ? partAsContent(content, part).media : (partAsContent(content, part).targets.find(({ accountId }) => accountId === owner)?.media ?? [])
  const place = media.findIndex((item) => item.mediaId === mediaId)
  const item = media[place]
  if (item === undefined) return
  const ofAccount = owner === undefined ? {} : { accountId: owner }
  const name = now.media.find(({ id }) => id === mediaId)?.fileName ?? ''
  takeAway(store, workspaceId, now, { kind: 'detach', mediaId, ...ofAccount }, { kind: 'put_media_back', item, place, ...ofAccount }, t('composer:media.removed', { name }), t('composer:media.back', { name }))
}

function takeAway(store: Store, workspaceId: string, { part, post }: ReadyState, change: ContentChange, back: ContentChange, label: string, undone: string): void {
  const partId = partIdAt(post.content, part)
  store.change(change)
  rememberUndo({
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
      store.change(back)
      return null
    }
  })
}
