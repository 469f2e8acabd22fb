import { t } from 'i18next'
import { focusOf, isSameFocus } from '../../../shared/posts/focal-point.ts'
import { mediaIdsOf } from '../../../shared/posts/post-parts.ts'
import type { FocalPoint } from '../../../shared/posts/post.ts'
import type { ComposerStore } from './composer-store.ts'
import { rememberUndoHere } from './undo-here.ts'

/** Chooses what of a picture has to be seen, null: nobody's choice; the choice of before can be brought back. */
export function focusPicture(store: Pick<ComposerStore, 'state' | 'change'>, workspaceId: string, mediaId: string, focus: FocalPoint | null): void {
  const now = store.state.getState()
  if (now.kind !== 'ready') return
  const before = focusOf(now.post.content, mediaId)
  const name = now.media.find(({ id }) => id === mediaId)?.fileName ?? ''
  if (isSameFocus(before, focus ?? undefined)) return
  store.change({ kind: 'focus_media', mediaId, focus })
  rememberUndoHere(store, {
    workspaceId,
    label: t(focus === null ? 'pictures:focus.middle' : 'pictures:focus.chosen', { name }),
    will: t('pictures:focus.will', { name }),
    undone: t('pictures:focus.undone', { name }),
    async undo() {
      const later = store.state.getState()
      if (later.kind !== 'ready' || !mediaIdsOf(later.post.content).includes(mediaId)) return { code: 'post_not_editable', message: 'the picture is gone', retryable: false }
      store.change({ kind: 'focus_media', mediaId, focus: before ?? null })
      return null
    }
  })
}
