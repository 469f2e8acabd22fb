import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { isVideo, type VideoItem } from '../../../shared/media/media-item.ts'
import { toStorageError } from '../database/storage-error.ts'
import type { ImageWork } from '../images/image-work.ts'
import type { PictureKeeper } from './keep-picture.ts'
import type { MediaRepository, StoredMedia } from './media-repository.ts'
import { preparePicture } from './prepare-picture.ts'

export interface SetCoverNeeds {
  readonly images: ImageWork
  readonly keeper: PictureKeeper
  readonly repository: MediaRepository
  readonly onSet: (media: StoredMedia) => void
  readonly signal: AbortSignal
}

/** Keeps a JPEG beside a video that stands for it. The file is safe on the disk before the row names it; the cover of before is collected like any file that nothing names. */
export function createCoverSetter({ images, keeper, repository, onSet, signal }: SetCoverNeeds) {
  return async ({ mediaId, bytes }: { readonly mediaId: string; readonly bytes: Uint8Array }): Promise<Result<VideoItem>> => {
    const prepared = await preparePicture(images, bytes, signal)
    if (!prepared.ok) return prepared
    if (prepared.value.facts.mediaType !== 'image/jpeg') return fail(studioError('media_kind_unsupported', 'a cover is a JPEG'))
    try {
      return await keeper.keep(prepared.value, (sha256) => {
        if (signal.aborted) return fail(studioError('engine_stopped', 'the workspace is being closed', { retryable: true }))
        repository.setCover(mediaId, sha256)
        const media = repository.read(mediaId)
        if (media === null || !isVideo(media.item)) return fail(studioError('not_found', 'no video of this id'))
        onSet(media)
        return succeed(media.item)
      })
    } catch (error) {
      const known = toStorageError(error)
      if (known === null) throw error
      return fail(known)
    }
  }
}
