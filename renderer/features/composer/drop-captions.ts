import i18next, { t } from 'i18next'
import { mostCaptions } from '../../../shared/captions/film-captions.ts'
import { isVideo } from '../../../shared/media/media-item.ts'
import { mediaFor } from '../../../shared/posts/post-parts.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { addCaptionsFile } from '../captions/add-captions-file.ts'
import { mediaOwner } from './composer-state.ts'
import type { ComposerStore } from './composer-store.ts'
import { partAsContent } from './thread/thread-changes.ts'

type Store = Pick<ComposerStore, 'state' | 'change'>

/** Subtitles that were let go on the writing side belong to the film that stands there; where it is not plain which, that is said. */
export async function dropCaptions(store: Store, workspaceId: string, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const films = filmsInHand(store)
    const [film] = films
    if (film === undefined || films.length > 1) {
      const place = film === undefined ? 'noFilm' : 'severalFilms'
      showToast({ kind: 'warning', title: t(`captions:${place}.title`), detail: t(`captions:${place}.detail`, { name: file.name }) })
      return
    }
    if (film.captions.length >= mostCaptions) return
    const added = await addCaptionsFile({ workspaceId, film: film.item, file, taken: film.captions.map(({ language }) => language), language: i18next.resolvedLanguage === 'fr' ? 'fr' : 'en' })
    if (!added.ok) showFailure(added.error, workspaceId)
    else {
      // Another part, or another account's files, may be in the editor by now.
      const there = filmsInHand(store).find(({ item }) => item.id === film.item.id)
      if (there !== undefined) store.change({ kind: 'caption_film', mediaId: film.item.id, captions: [...there.captions, added.value], ...there.ofAccount })
    }
  }
}

function filmsInHand({ state }: Store) {
  const now = state.getState()
  if (now.kind !== 'ready') return []
  const owner = mediaOwner(now)
  return mediaFor(partAsContent(now.post.content, now.part), owner).flatMap(({ mediaId, captions = [] }) => {
    const item = now.media.find(({ id }) => id === mediaId)
    return item !== undefined && isVideo(item) ? [{ item, captions, ofAccount: owner === undefined ? {} : { accountId: owner } }] : []
  })
}
