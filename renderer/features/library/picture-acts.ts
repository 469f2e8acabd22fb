import { t } from 'i18next'
import type { LibraryPicture, PictureWords } from '../../../shared/media/library-picture.ts'
import { kindOf } from './kind-of.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { navigate } from '../../shell/route-store.ts'
import { rememberUndo } from '../../shell/undo-store.ts'

/** Begins a post with these pictures and opens it. `plannedFor`: a wall clock in the client's zone; null: without a time. */
export async function writePostWith(workspaceId: string, mediaIds: readonly string[], plannedFor: string | null = null): Promise<void> {
  const answer = await studio.request('library.openDraft', { workspaceId, mediaIds: mediaIds.slice(0, 20), newPostId: newId(), plannedFor })
  if (answer.ok) navigate({ screen: 'compose', workspaceId, postId: answer.value.postId, at: null })
  else showFailure(answer.error, workspaceId)
}

/** Says the same of several pictures, and offers the way back. */
export async function describePictures(workspaceId: string, pictures: readonly LibraryPicture[], change: (words: PictureWords) => PictureWords): Promise<void> {
  const before = pictures.map(wordsOf)
  const answer = await studio.request('library.describe', { workspaceId, items: before.map(({ mediaId, ...words }) => ({ mediaId, ...change(words) })) })
  if (!answer.ok) return showFailure(answer.error, workspaceId)
  const [count, kind] = [pictures.length, kindOf(pictures)]
  rememberUndo({
    workspaceId,
    label: t(`library:screen.described.${kind}`, { count }),
    will: t(`library:screen.describedWill.${kind}`, { count }),
    undone: t(`library:screen.describedUndone.${kind}`, { count }),
    async undo() {
      const back = await studio.request('library.describe', { workspaceId, items: before })
      return back.ok ? null : back.error
    }
  })
}

function wordsOf({ item, altText, folder, tags }: LibraryPicture): PictureWords & { mediaId: string } {
  return { mediaId: item.id, altText, folder, tags }
}

/** Takes pictures out of the library, and says which ones stay because something still needs them. */
export async function removePictures(workspaceId: string, pictures: readonly LibraryPicture[]): Promise<void> {
  const answer = await studio.request('library.remove', { workspaceId, mediaIds: pictures.map(({ item }) => item.id) })
  if (!answer.ok) return showFailure(answer.error, workspaceId)
  const { removed, inUse } = answer.value
  if (inUse.length > 0) {
    const names = pictures.filter(({ item }) => inUse.includes(item.id)).map(({ item }) => item.fileName)
    showToast({ kind: 'warning', title: t('library:screen.inUse', { count: inUse.length, name: names[0] ?? '' }), detail: t('library:screen.inUseText'), workspaceId })
  }
  if (removed.length === 0) return
  const kind = kindOf(pictures.filter(({ item }) => removed.includes(item.id)))
  rememberUndo({
    workspaceId,
    label: t(`library:screen.removed.${kind}`, { count: removed.length }),
    detail: t('library:screen.removedText'),
    will: t(`library:screen.removedWill.${kind}`, { count: removed.length }),
    undone: t(`library:screen.removedUndone.${kind}`, { count: removed.length }),
    async undo() {
      const back = await studio.request('library.bringBack', { workspaceId, mediaIds: removed })
      return back.ok ? null : back.error
    }
  })
}
