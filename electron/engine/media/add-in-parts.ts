import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { sniffForeign, sniffMedia } from '../../../shared/media/sniff-media.ts'
import { toStorageError } from '../database/storage-error.ts'
import type { ImageWork } from '../images/image-work.ts'
import type { VideoWork } from '../videos/video-work.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { cancelled, createComingFiles, type ComingFile } from './coming-files.ts'
import type { PictureKeeper } from './keep-picture.ts'
import type { MediaFiles } from './media-files.ts'
import type { MediaRepository, StoredMedia } from './media-repository.ts'
import { nameConverted } from './name-version.ts'
import { maxImageBytes } from './read-image.ts'
import { roomFor } from './room-for.ts'

/** Small enough to pass between processes without a pause, large enough that gigabytes do not take a million of them. */
const partBytes = 4 * 1024 * 1024
export interface PartAdderNeeds {
  readonly context: WorkspaceContext
  readonly files: MediaFiles
  readonly repository: MediaRepository
  readonly keeper: PictureKeeper
  readonly videos: VideoWork
  readonly images: ImageWork
  readonly onPicture: (media: StoredMedia) => void
  readonly signal: AbortSignal
}

interface Announced {
  readonly kind: 'picture' | 'video'
  /** It is kept as another kind of picture than it comes as. */
  readonly isForeign: boolean
  readonly fileName: string
  readonly bytes: number
}

export interface PartAdder {
  begin(input: { mediaId: string; fileName: string; bytes: number; beginning: Uint8Array }): Promise<Result<{ partBytes: number }>>
  addPart(input: { mediaId: string; offset: number; bytes: Uint8Array }): Promise<Result<{ received: number }>>
  finish(input: { mediaId: string }): Promise<Result<MediaItem>>
  cancel(input: { mediaId: string }): Promise<Result<Record<string, never>>>
  stop(): Promise<void>
}

/** Takes videos and large pictures in, part by part. Until a file is whole, checked and on the disk, no row names it; a crash before leaves an unfinished file, which the next start sweeps away. */
export function createPartAdder({ context, files, repository, keeper, videos, images, onPicture, signal }: PartAdderNeeds): PartAdder {
  const coming = createComingFiles<Announced>({ clock: context.clock, notBegun, errorOf: storageErrorOr, room: (bytes) => roomFor(files, bytes) })

  async function check(mediaId: string, announced: Announced, { file, cancelling, received }: ComingFile): Promise<Result<MediaItem>> {
    const { kind, isForeign } = announced
    if (file === null || received !== announced.bytes) return fail(studioError(kind === 'video' ? 'video_unreadable' : 'media_unreadable', `${received} of ${announced.bytes} bytes came`, { details: { reason: 'changed' } }))
    await file.close()
    const ends = AbortSignal.any([signal, cancelling.signal])
    const checked = kind === 'video' ? await videos.check(file.path, ends) : await images.prepareFile(file.path, ends)
    if (!checked.ok) return checked
    const { facts, sha256, bytes } = checked.value
    return keeper.keepFile({ sha256, mediaType: facts.mediaType }, (path) => file.settle(path), () => {
      if (ends.aborted) return fail(cancelled)
      const fileName = isForeign && !('durationMs' in facts) ? nameConverted(announced.fileName, facts.mediaType) : announced.fileName
      const common = { id: mediaId, fileName, bytes, addedAt: context.clock.now() }
      const media: StoredMedia = { item: 'durationMs' in facts ? { ...common, hasCover: false, ...facts } : { ...common, ...facts }, sha256, isClean: true, coverSha256: null }
      repository.insert(media)
      if (kind === 'picture') onPicture(media)
      return succeed(media.item)
    })
  }

  return {
    async begin({ mediaId, fileName, bytes, beginning }) {
      if (repository.read(mediaId) !== null) return succeed({ partBytes })
      if (bytes === 0) return fail(studioError('video_unreadable', 'no bytes', { details: { reason: 'empty' } }))
      const kind = sniffMedia(beginning)
      if (kind === null) return fail(studioError('media_kind_unsupported', 'by its first bytes'))
      if (kind === 'picture' && bytes > maxImageBytes) return fail(tooHeavy(bytes))
      await coming.drop(mediaId)
      try {
        const tooFull = await roomFor(files, bytes)
        if (tooFull !== null) return fail(tooFull)
        const file = await files.begin(context.random.id())
        if (signal.aborted) return await file.discard().then(() => fail(cancelled))
        coming.begin(mediaId, { kind, isForeign: sniffForeign(beginning) !== null, fileName, bytes }, file)
        return succeed({ partBytes })
      } catch (error) {
        return fail(storageErrorOr(error))
      }
    },
    addPart: ({ mediaId, ...part }) => coming.addPart(mediaId, part, ({ bytes }) => bytes),
    async finish({ mediaId }) {
      const known = repository.read(mediaId)
      return known === null ? coming.finish(mediaId, (announced, file) => check(mediaId, announced, file)) : succeed(known.item)
    },
    async cancel({ mediaId }) {
      await coming.drop(mediaId)
      return succeed({})
    },
    stop: coming.stop
  }
}

const notBegun = studioError('not_found', 'no file of this id is coming', { details: { reason: 'file_not_begun' } })

function tooHeavy(found: number): StudioError {
  return studioError('media_too_large', `bytes: ${found} is over ${maxImageBytes}`, { details: { what: 'bytes', found, max: maxImageBytes } })
}

function storageErrorOr(error: unknown): StudioError {
  const known = toStorageError(error)
  if (known === null) throw error
  return known
}
