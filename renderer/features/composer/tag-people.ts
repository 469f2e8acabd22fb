import { t } from 'i18next'
import { isSamePeople, peopleOf } from '../../../shared/posts/people-shown.ts'
import type { PersonTag } from '../../../shared/posts/person-tag.ts'
import { mediaIdsOf } from '../../../shared/posts/post-parts.ts'
import type { ComposerStore } from './composer-store.ts'
import { rememberUndoHere } from './undo-here.ts'

/** Says who is shown in a file of the post; none of them: nobody is told. Who was named before can be brought back. */
export function tagPeople(store: Pick<ComposerStore, 'state' | 'change'>, workspaceId: string, mediaId: string, people: readonly PersonTag[]): void {
  const now = store.state.getState()
  if (now.kind !== 'ready') return
  const before = peopleOf(now.post.content, mediaId)
  const name = now.media.find(({ id }) => id === mediaId)?.fileName ?? ''
  if (isSamePeople(before, people)) return
  store.change({ kind: 'tag_people', mediaId, people })
  rememberUndoHere(store, {
    workspaceId,
    label: t(people.length === 0 ? 'pictures:people.nobody' : 'pictures:people.chosen', { name }),
    will: t('pictures:people.will', { name }),
    undone: t('pictures:people.undone', { name }),
    async undo() {
      const later = store.state.getState()
      if (later.kind !== 'ready' || !mediaIdsOf(later.post.content).includes(mediaId)) return { code: 'post_not_editable', message: 'the file is gone', retryable: false }
      store.change({ kind: 'tag_people', mediaId, people: before })
      return null
    }
  })
}
