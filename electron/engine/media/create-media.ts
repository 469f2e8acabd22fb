import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { isVideo, type MediaItem } from '../../../shared/media/media-item.ts'
import { toStorageError } from '../database/storage-error.ts'
import type { ImageWork } from '../images/image-work.ts'
import type { VideoWork } from '../videos/video-work.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createPartAdder } from './add-in-parts.ts'
import { createCaptionsKeeper } from './keep-captions.ts'
import { createStoredCleaner } from './clean-stored.ts'
import { createVideoConverter } from './convert-videos.ts'
import { createVideoCutter } from './cut-videos.ts'
import { createPictureEditor } from './edit-picture.ts'
import { createMadeFilmKeeper } from './keep-made-film.ts'
import { createPictureKeeper } from './keep-picture.ts'
import { asCover } from './make-cover.ts'
import { asDocument } from './make-document.ts'
import { createMediaCare } from './media-care.ts'
import { createMediaFiles } from './media-files.ts'
import { createMediaRepository, type StoredMedia } from './media-repository.ts'
import { createMediaLibrary } from './media-library.ts'
import type { MediaService } from './media-service.ts'
import { createMediaOrganiser } from './organise-media.ts'
import { preparePicture, refusalOf } from './prepare-picture.ts'
import { readInTime } from './read-in-time.ts'
import { createCoverSetter } from './set-cover.ts'
import { createThumbnails } from './thumbnails.ts'

export interface MediaFeature extends Feature {
  readonly service: MediaService
}

/** Images and videos of one workspace: freed of their metadata when they are added, found by id, removed when nothing has needed them for long. */
export function createMedia(context: WorkspaceContext, { images, videos }: { readonly images: ImageWork; readonly videos: VideoWork }): MediaFeature {
  const files = createMediaFiles(join(context.folder, 'media'))
  const repository = createMediaRepository(context.database)
  const keeper = createPictureKeeper(files, context.random)
  const findPictures = createMediaLibrary(context.database)
  const organiser = createMediaOrganiser(context.database, () => context.clock.now())
  const changed = (ids: readonly string[]): void => context.emit('media.changed', { workspaceId: context.workspace().id, ids: [...ids] })
  const stopping = new AbortController()
  const cleaner = createStoredCleaner({ files, repository, keeper, images, log: context.log, signal: stopping.signal })
  const thumbnails = createThumbnails({ pictures: files, small: createMediaFiles(join(context.folder, 'thumbnails')), images, random: context.random, log: context.log, signal: stopping.signal })
  const adder = createPartAdder({ context, files, repository, keeper, videos, images, onPicture: thumbnails.prepare, signal: stopping.signal })
  const setCover = createCoverSetter({ images, keeper, repository, onSet: thumbnails.prepare, signal: stopping.signal })
  const onMade = (media: StoredMedia): void => {
    thumbnails.prepare(media)
    changed([media.item.id])
  }
  const editor = createPictureEditor({ context, files, repository, keeper, images, altTextOf: organiser.altTextOf, onMade, signal: stopping.signal })
  const keepMade = createMadeFilmKeeper({ context, repository, keeper, altTextOf: organiser.altTextOf, onMade })
  const { stop: stopCutting, ...cutter } = createVideoCutter({ context, files, repository, keepMade, videos, signal: stopping.signal })
  const { stop: stopConverting, ...converter } = createVideoConverter({ context, files, repository, keepMade, videos, readPart, signal: stopping.signal })
  const captions = createCaptionsKeeper(context)
  let shownAt: number | null = null
  const care = createMediaCare({ context, files, cleaner, thumbnails, repository, inHand: keeper.inHand, shownAt: () => shownAt, signal: stopping.signal })
  const pathOf = ({ item, sha256 }: StoredMedia): string => files.pathOf(sha256, item.mediaType)

  /** The file is safe on the disk before the row names it. The same call again answers the same; the same id for another image is a conflict. */
  async function add(input: { mediaId: string; fileName: string; bytes: Uint8Array }): Promise<Result<MediaItem>> {
    const refusal = await refusalOf(images, input.bytes, stopping.signal)
    if (refusal !== null) return fail(refusal)
    const prepared = await preparePicture(images, input.bytes, stopping.signal)
    if (!prepared.ok) return prepared
    const { bytes, facts } = prepared.value
    try {
      return await keeper.keep(prepared.value, (sha256) => {
        if (stopping.signal.aborted) return fail(engineStopped)
        const there = repository.read(input.mediaId)
        if (there !== null) return there.sha256 === sha256 ? succeed(there.item) : fail(studioError('conflict', 'this id belongs to another image'))
        const item: MediaItem = { id: input.mediaId, fileName: input.fileName, bytes: bytes.byteLength, addedAt: context.clock.now(), ...facts }
        repository.insert({ item, sha256, isClean: true, coverSha256: null })
        thumbnails.prepare({ item, sha256, isClean: true, coverSha256: null })
        return succeed(item)
      })
    } catch (error) {
      const known = toStorageError(error)
      if (known === null) throw error
      return fail(known)
    }
  }

  const service: MediaService = {
    list: (mediaIds) => repository.list(mediaIds).map(({ item }) => item),
    toSend(mediaId, altText) {
      const media = repository.read(mediaId)
      if (media === null || !existsSync(pathOf(media))) return null
      const { mediaType, fileName, width, height, bytes } = media.item
      const inTime = <Value>(read: (path: string) => Promise<Value>): Promise<Value> => readInTime(context.clock, stopping.signal, async () => read(pathOf(await cleaner.clean(media))))
      return {
        mediaType, fileName, altText, width, height, byteLength: bytes, durationMs: isVideo(media.item) ? media.item.durationMs : null,
        read: () => (isVideo(media.item) ? Promise.reject(new Error('a video is read in parts')) : inTime(files.read)),
        readPart: (offset, length) => inTime((path) => files.readPart(path, offset, length))
      }
    },
    coverToSend(mediaId) {
      const picture = service.toSend(mediaId, '')
      return picture === null || picture.durationMs !== null ? null : asCover(picture, images, stopping.signal)
    },
    ...captions.service,
    documentToSend: (pages, title, maxBytes) => asDocument({ pages, title, maxBytes }, images, stopping.signal),
    describe: (mediaId) => organiser.altTextOf(mediaId),
    locate(mediaId) {
      const media = repository.read(mediaId)
      return media === null ? null : { path: pathOf(media), mediaType: media.item.mediaType }
    },
    async locateSmall(mediaId) {
      const media = repository.read(mediaId)
      return media === null ? null : thumbnails.locate(media)
    }
  }

  function readPart(mediaId: string, offset: number, length: number): Promise<Uint8Array> {
    return service.toSend(mediaId, '')?.readPart(offset, length) ?? Promise.reject(new Error(`the file of ${mediaId} is gone`))
  }

  return {
    service,
    handlers: {
      'media.add': add,
      'media.beginFile': adder.begin,
      'media.addFilePart': adder.addPart,
      'media.finishFile': adder.finish,
      'media.cancelFile': adder.cancel,
      'media.setCover': setCover,
      'media.library': ({ query }) => {
        shownAt = context.clock.now()
        return succeed({ pictures: [...findPictures(query)] })
      },
      ...editor, ...cutter, ...converter, ...captions.handlers,
      'library.describe': ({ items }) => {
        organiser.describe(items)
        changed(items.map(({ mediaId }) => mediaId))
        return succeed({})
      },
      'library.keep': ({ mediaIds, folder }) => {
        const known = organiser.keep(mediaIds, folder)
        changed(mediaIds)
        return succeed({ known: [...known] })
      },
      'library.remove': ({ mediaIds }) => {
        const { removed, inUse } = organiser.remove(mediaIds)
        changed(removed)
        return succeed({ removed: [...removed], inUse: [...inUse] })
      },
      'library.bringBack': ({ mediaIds }) => {
        organiser.bringBack(mediaIds)
        changed(mediaIds)
        return succeed({})
      },
      'media.list': ({ mediaIds }) => succeed({ media: [...service.list(mediaIds)] })
    },
    startBackgroundWork: () => care.start(),
    async stop() {
      stopping.abort()
      await adder.stop()
      await stopCutting()
      await stopConverting()
      await care.stop()
      await thumbnails.stop()
    }
  }
}

const engineStopped = studioError('engine_stopped', 'the workspace is being closed', { retryable: true })
