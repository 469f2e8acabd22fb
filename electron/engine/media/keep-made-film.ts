import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { VideoItem } from '../../../shared/media/media-item.ts'
import type { CheckedVideo } from '../videos/video-task.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { cancelled } from './coming-files.ts'
import type { PictureKeeper } from './keep-picture.ts'
import type { MediaRepository, StoredMedia } from './media-repository.ts'

export interface MadeFilm {
  /** The film that it was made of. */
  readonly of: string
  /** The id that it gets. */
  readonly as: string
  readonly nameOf: (taken: readonly string[]) => string
  readonly ends: AbortSignal
  readonly settle: (path: string) => Promise<void>
}

/** Puts a film that was made of another one into the library: with what is said of that one, and only once its file is whole and on the disk. */
export type MadeFilmKeeper = (made: CheckedVideo, as: MadeFilm) => Promise<Result<VideoItem>>

export interface MadeFilmKeeperNeeds {
  readonly context: Pick<WorkspaceContext, 'database' | 'clock'>
  readonly repository: MediaRepository
  readonly keeper: PictureKeeper
  readonly altTextOf: (mediaId: string) => string
  readonly onMade: (media: StoredMedia) => void
}

export function createMadeFilmKeeper({ context, repository, keeper, altTextOf, onMade }: MadeFilmKeeperNeeds): MadeFilmKeeper {
  const setOrigin = context.database.prepare(
    'UPDATE media SET origin_id = @originId, alt_text = @altText, (folder, tags, is_kept) = (SELECT folder, tags, is_kept FROM media WHERE id = @originId) WHERE id = @id'
  )
  const selectNames = context.database.prepare<{ id: string }, { fileName: string }>('SELECT file_name AS fileName FROM media WHERE id = @id OR origin_id = @id')

  return ({ facts, sha256, bytes }, { of, as, nameOf, ends, settle }) =>
    keeper.keepFile({ sha256, mediaType: facts.mediaType }, settle, () => {
      if (ends.aborted) return fail(cancelled)
      const fileName = nameOf(selectNames.all({ id: of }).map((row) => row.fileName))
      const media = { item: { id: as, fileName, bytes, addedAt: context.clock.now(), hasCover: false, ...facts }, sha256, isClean: true, coverSha256: null }
      context.database.transaction(() => {
        repository.insert(media)
        setOrigin.run({ id: as, originId: of, altText: altTextOf(of) })
      }).immediate()
      onMade(media)
      return succeed(media.item)
    })
}
