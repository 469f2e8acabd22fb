import { madeShare } from '../../../shared/contract/library.contract.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { isVideo, type VideoItem } from '../../../shared/media/media-item.ts'
import { toStorageError } from '../database/storage-error.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { VideoWork } from '../videos/video-work.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { cancelled, createComingFiles, type ComingFile } from './coming-files.ts'
import type { MadeFilmKeeper } from './keep-made-film.ts'
import type { MediaFiles } from './media-files.ts'
import type { MediaRepository } from './media-repository.ts'
import { nameFitted } from './name-version.ts'
import { roomFor } from './room-for.ts'

export interface VideoConverterNeeds {
  readonly context: WorkspaceContext
  readonly files: MediaFiles
  readonly repository: MediaRepository
  readonly keepMade: MadeFilmKeeper
  readonly videos: VideoWork
  readonly readPart: (mediaId: string, offset: number, length: number) => Promise<Uint8Array>
  readonly signal: AbortSignal
}

type ConversionHandlers = Pick<RequestHandlers, 'library.readVideo' | 'library.beginConversion' | 'library.addConverted' | 'library.finishConversion' | 'library.rewrapVideo' | 'library.cancelConversion'>

/** Takes in what the page makes of a film, and makes an ordinary MP4 of it. Until that is whole, checked and on the disk, no row names it; what a crash leaves is swept away at the next start. */
export function createVideoConverter({ context, files, repository, keepMade, videos, readPart, signal }: VideoConverterNeeds): ConversionHandlers & { stop(): Promise<void> } {
  /** Of each, the film that it is made of; where no file has to come it is only wrapped anew. */
  const coming = createComingFiles<VideoItem>({
    clock: context.clock,
    notBegun,
    room: (bytes) => roomFor(files, bytes),
    errorOf(error) {
      context.log.warning(`a film could not be made of another one: ${String(error)}`)
      return toStorageError(error) ?? studioError('media_unreadable', 'the file of the film could not be read or written')
    }
  })

  function filmOf(mediaId: string): Result<VideoItem> {
    const item = repository.read(mediaId)?.item
    if (item === undefined) return fail(missing)
    return isVideo(item) ? succeed(item) : fail(studioError('media_kind_unsupported', 'a picture is no video'))
  }

  /** Writes the MP4 that is kept, from what the page made or from the film itself. */
  async function make(id: string, of: VideoItem, { file, cancelling }: ComingFile, maxBytes: number | null): Promise<Result<VideoItem>> {
    await file?.close()
    const ends = AbortSignal.any([signal, cancelling.signal])
    const source = repository.read(of.id)
    if (source === null) return fail(missing)
    const whole = await files.begin(context.random.id())
    try {
      await whole.close()
      const begun = file === null ? 0 : madeShare
      const onProgress = (percent: number): void => context.emit('media.progress', { workspaceId: context.workspace().id, mediaId: id, percent: begun + Math.floor((percent * (100 - begun)) / 100) })
      const made = await videos.wrap(whole.path, file?.path ?? files.pathOf(source.sha256, of.mediaType), { signal: ends, onProgress })
      if (!made.ok) return made
      const { facts, bytes } = made.value
      if (maxBytes !== null && bytes > maxBytes) return fail(studioError('media_too_large', `bytes: ${bytes} is over ${maxBytes}`, { details: { what: 'bytes', found: bytes, max: maxBytes } }))
      const isSameSize = facts.width === of.width && facts.height === of.height
      return await keepMade(made.value, { of: of.id, as: id, nameOf: (taken) => nameFitted(of.fileName, { ...facts, isSameSize }, taken), ends, settle: whole.settle })
    } finally {
      await whole.discard()
    }
  }
  function finish(id: string, maxBytes: number | null): Promise<Result<VideoItem>> {
    return coming.finish(id, (of, file) => make(id, of, file, maxBytes))
  }
  function known(id: string): Result<VideoItem> | null {
    const there = repository.read(id)?.item
    if (there === undefined) return null
    return isVideo(there) ? succeed(there) : fail(studioError('conflict', 'this id belongs to a picture'))
  }

  return {
    async 'library.readVideo'({ mediaId, offset, length }) {
      const film = filmOf(mediaId)
      if (!film.ok) return film
      try {
        return succeed({ bytes: new Uint8Array(await readPart(mediaId, offset, length)) })
      } catch (error) {
        return fail(toStorageError(error) ?? studioError('media_unreadable', 'the file of the film could not be read'))
      }
    },
    async 'library.beginConversion'({ mediaId, newMediaId, expectedBytes }) {
      const film = filmOf(mediaId)
      if (!film.ok) return film
      if (repository.read(newMediaId) !== null) return fail(studioError('conflict', 'this id belongs to a film that is there'))
      await coming.drop(newMediaId)
      try {
        // What comes, and what is made of it.
        const tooFull = await roomFor(files, 2 * expectedBytes)
        if (tooFull !== null) return fail(tooFull)
        const file = await files.begin(context.random.id())
        if (signal.aborted) return await file.discard().then(() => fail(cancelled))
        coming.begin(newMediaId, film.value, file)
        return succeed({})
      } catch (error) {
        return fail(toStorageError(error) ?? studioError('media_unreadable', 'no file could be begun'))
      }
    },
    'library.addConverted': ({ newMediaId, ...part }) => coming.addPart(newMediaId, part, () => Infinity),
    'library.finishConversion': async ({ newMediaId, maxBytes }) => known(newMediaId) ?? finish(newMediaId, maxBytes),
    async 'library.rewrapVideo'({ mediaId, newMediaId }) {
      const there = known(newMediaId)
      if (there !== null) return there
      const film = filmOf(mediaId)
      if (!film.ok) return film
      await coming.drop(newMediaId)
      coming.begin(newMediaId, film.value, null)
      return finish(newMediaId, null)
    },
    async 'library.cancelConversion'({ newMediaId }) {
      await coming.drop(newMediaId)
      return succeed({})
    },
    stop: coming.stop
  }
}

const missing = studioError('not_found', 'no such video in this workspace')
const notBegun = studioError('not_found', 'no film of this id is being made', { details: { reason: 'file_not_begun' } })
