import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { isVideo, type VideoItem } from '../../../shared/media/media-item.ts'
import { toStorageError } from '../database/storage-error.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { VideoWork } from '../videos/video-work.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { MadeFilmKeeper } from './keep-made-film.ts'
import type { MediaFiles } from './media-files.ts'
import type { MediaRepository, StoredMedia } from './media-repository.ts'
import { nameCut } from './name-version.ts'
import { roomFor } from './room-for.ts'

export interface VideoCutterNeeds {
  readonly context: WorkspaceContext
  readonly files: MediaFiles
  readonly repository: MediaRepository
  readonly keepMade: MadeFilmKeeper
  readonly videos: VideoWork
  readonly signal: AbortSignal
}

interface CutInput {
  readonly mediaId: string
  readonly newMediaId: string
  readonly startMs: number
  readonly endMs: number
  readonly isMuted: boolean
}

type CutHandlers = Pick<RequestHandlers, 'library.cutVideo' | 'library.cancelCut'>

const missing = studioError('not_found', 'no such video in this workspace')

/** Makes films of parts of others, in the video worker; the others stay. Until a film is whole, checked and on the disk, no row names it. */
export function createVideoCutter({ context, files, repository, keepMade, videos, signal }: VideoCutterNeeds): CutHandlers & { stop(): Promise<void> } {
  const underWay = new Map<string, { readonly cancelling: AbortController; readonly work: Promise<unknown> }>()

  async function make(source: StoredMedia & { readonly item: VideoItem }, input: CutInput, ends: AbortSignal): Promise<Result<VideoItem>> {
    const { item, sha256 } = source
    const tooFull = await roomFor(files, item.bytes)
    if (tooFull !== null) return fail(tooFull)
    const file = await files.begin(context.random.id())
    try {
      await file.close()
      const onProgress = (percent: number): void => context.emit('media.progress', { workspaceId: context.workspace().id, mediaId: input.newMediaId, percent })
      const cut = { from: files.pathOf(sha256, item.mediaType), startMs: input.startMs, endMs: Math.min(input.endMs, item.durationMs), isMuted: input.isMuted }
      const made = await videos.cut(file.path, cut, { signal: ends, onProgress })
      const nameOf = (taken: readonly string[]): string => nameCut(item.fileName, { ...input, isWhole: input.startMs === 0 && input.endMs >= item.durationMs }, taken)
      return made.ok ? await keepMade(made.value, { of: item.id, as: input.newMediaId, nameOf, ends, settle: file.settle }) : made
    } finally {
      await file.discard()
    }
  }

  async function perform(input: CutInput, ends: AbortSignal): Promise<Result<VideoItem>> {
    const source = repository.read(input.mediaId)
    if (source === null) return fail(missing)
    const { item } = source
    if (!isVideo(item)) return fail(studioError('media_kind_unsupported', 'a picture is no video'))
    try {
      return await make({ ...source, item }, input, ends)
    } catch (error) {
      context.log.warning(`a film could not be made of another one: ${String(error)}`)
      return fail(toStorageError(error) ?? studioError('media_unreadable', 'the file of the film could not be read'))
    }
  }

  return {
    async 'library.cutVideo'(input) {
      const there = repository.read(input.newMediaId)
      if (there !== null) return isVideo(there.item) ? succeed(there.item) : fail(studioError('conflict', 'this id belongs to a picture'))
      const cancelling = new AbortController()
      const work = perform(input, AbortSignal.any([signal, cancelling.signal]))
      underWay.set(input.newMediaId, { cancelling, work })
      return work.finally(() => underWay.delete(input.newMediaId))
    },
    'library.cancelCut': ({ newMediaId }) => {
      underWay.get(newMediaId)?.cancelling.abort()
      return succeed({})
    },
    async stop() {
      await Promise.allSettled([...underWay.values()].map(({ work }) => work))
    }
  }
}
