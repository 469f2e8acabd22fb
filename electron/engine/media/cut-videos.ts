import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { isVideo, type VideoItem } from '../../../shared/media/media-item.ts'
import { toStorageError } from '../database/storage-error.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { VideoWork } from '../videos/video-work.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { PictureKeeper } from './keep-picture.ts'
import type { MediaFiles } from './media-files.ts'
import type { MediaRepository, StoredMedia } from './media-repository.ts'
import { nameCut } from './name-version.ts'

/** What the disk keeps for everything else. */
const spareBytes = 256 * 1024 * 1024

export interface VideoCutterNeeds {
  readonly context: WorkspaceContext
  readonly files: MediaFiles
  readonly repository: MediaRepository
  readonly keeper: PictureKeeper
  readonly videos: VideoWork
  readonly altTextOf: (mediaId: string) => string
  readonly onMade: (media: StoredMedia) => void
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
const cancelled = studioError('work_cancelled', 'the work on a video was ended')

/** Makes films of parts of others, in the video worker; the others stay. Until a film is whole, checked and on the disk, no row names it. */
export function createVideoCutter({ context, files, repository, keeper, videos, altTextOf, onMade, signal }: VideoCutterNeeds): CutHandlers & { stop(): Promise<void> } {
  const underWay = new Map<string, { readonly cancelling: AbortController; readonly work: Promise<unknown> }>()
  const setOrigin = context.database.prepare(
    'UPDATE media SET origin_id = @originId, alt_text = @altText, (folder, tags, is_kept) = (SELECT folder, tags, is_kept FROM media WHERE id = @originId) WHERE id = @id'
  )
  const selectNames = context.database.prepare<{ id: string }, { fileName: string }>('SELECT file_name AS fileName FROM media WHERE id = @id OR origin_id = @id')

  async function make(source: StoredMedia & { readonly item: VideoItem }, input: CutInput, ends: AbortSignal): Promise<Result<VideoItem>> {
    const { item, sha256 } = source
    if ((await files.freeBytes()) < item.bytes + spareBytes) return fail(studioError('disk_full', `${item.bytes} bytes do not fit`, { retryable: true, details: { reason: 'no_room', limit: Math.ceil((item.bytes + spareBytes) / 1_000_000) } }))
    const file = await files.begin(context.random.id())
    try {
      await file.close()
      const onProgress = (percent: number): void => context.emit('media.progress', { workspaceId: context.workspace().id, mediaId: input.newMediaId, percent })
      const cut = { from: files.pathOf(sha256, item.mediaType), startMs: input.startMs, endMs: Math.min(input.endMs, item.durationMs), isMuted: input.isMuted }
      const made = await videos.cut(file.path, cut, { signal: ends, onProgress })
      return made.ok ? await keep(made.value, item, input, { ends, settle: file.settle }) : made
    } finally {
      await file.discard()
    }
  }

  function keep({ facts, sha256, bytes }: { readonly facts: Omit<VideoItem, 'id' | 'fileName' | 'bytes' | 'addedAt' | 'hasCover'>; readonly sha256: string; readonly bytes: number }, of: VideoItem, input: CutInput, { ends, settle }: { ends: AbortSignal; settle: (path: string) => Promise<void> }): Promise<Result<VideoItem>> {
    return keeper.keepFile({ sha256, mediaType: facts.mediaType }, settle, () => {
      if (ends.aborted) return fail(cancelled)
      const fileName = nameCut(of.fileName, { ...input, isWhole: input.startMs === 0 && input.endMs >= of.durationMs }, selectNames.all({ id: input.mediaId }).map((row) => row.fileName))
      const media = { item: { id: input.newMediaId, fileName, bytes, addedAt: context.clock.now(), hasCover: false, ...facts }, sha256, isClean: true, coverSha256: null }
      context.database.transaction(() => {
        repository.insert(media)
        setOrigin.run({ id: input.newMediaId, originId: input.mediaId, altText: altTextOf(input.mediaId) })
      }).immediate()
      onMade(media)
      return succeed(media.item)
    })
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
