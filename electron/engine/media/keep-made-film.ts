import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { VideoItem } from '../../../shared/media/media-item.ts'
import type { CheckedVideo } from '../videos/video-task.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { PictureKeeper } from './keep-picture.ts'
import type { MediaFiles } from './media-files.ts'
import type { MediaRepository, StoredMedia } from './media-repository.ts'

/** What the disk keeps for everything else. */
const spareBytes = 256 * 1024 * 1024

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

export const cancelled = studioError('work_cancelled', 'the work on a video was ended')

/** Why so many bytes are not begun with; null: there is room. */
export async function roomFor(files: Pick<MediaFiles, 'freeBytes'>, bytes: number): Promise<StudioError | null> {
  if ((await files.freeBytes()) >= bytes + spareBytes) return null
  return studioError('disk_full', `${bytes} bytes do not fit`, { retryable: true, details: { reason: 'no_room', limit: Math.ceil((bytes + spareBytes) / 1_000_000) } })
}
