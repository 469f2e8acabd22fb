import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { isVideo, type VideoItem } from '../../../shared/media/media-item.ts'
import { sniffMedia } from '../../../shared/media/sniff-media.ts'
import { toStorageError } from '../database/storage-error.ts'
import type { VideoWork } from '../videos/video-work.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { PictureKeeper } from './keep-picture.ts'
import type { MediaFiles } from './media-files.ts'
import type { MediaRepository } from './media-repository.ts'
import type { UnfinishedFile } from './unfinished-file.ts'

/** Small enough to pass between processes without a pause, large enough that gigabytes do not take a million of them. */
const partBytes = 4 * 1024 * 1024
/** What the disk keeps for everything else. */
const spareBytes = 256 * 1024 * 1024
/** A page that is gone does not come back for its video. */
const forgottenAfter = 10 * 60_000

export interface VideoAdderNeeds {
  readonly context: WorkspaceContext
  readonly files: MediaFiles
  readonly repository: MediaRepository
  readonly keeper: PictureKeeper
  readonly videos: VideoWork
  readonly signal: AbortSignal
}

interface Coming {
  readonly fileName: string
  readonly bytes: number
  readonly file: UnfinishedFile
  readonly cancelling: AbortController
  received: number
  forget: () => void
  /** One after the other, whatever the page asks at once. */
  turn: Promise<unknown>
}

export interface VideoAdder {
  begin(input: { mediaId: string; fileName: string; bytes: number; beginning: Uint8Array }): Promise<Result<{ partBytes: number }>>
  addPart(input: { mediaId: string; offset: number; bytes: Uint8Array }): Promise<Result<{ received: number }>>
  finish(input: { mediaId: string }): Promise<Result<VideoItem>>
  cancel(input: { mediaId: string }): Promise<Result<Record<string, never>>>
  stop(): Promise<void>
}

/** Takes videos in, part by part. Until a video is whole, checked and on the disk, no row names it; a crash before leaves an unfinished file, which the next start sweeps away. */
export function createVideoAdder({ context, files, repository, keeper, videos, signal }: VideoAdderNeeds): VideoAdder {
  const coming = new Map<string, Coming>()

  async function drop(mediaId: string): Promise<void> {
    const video = coming.get(mediaId)
    if (video === undefined) return
    coming.delete(mediaId)
    video.forget()
    video.cancelling.abort()
    await video.turn.catch(() => undefined)
    await video.file.discard()
  }
  function keepAwake(mediaId: string, video: Coming): void {
    video.forget()
    video.forget = context.clock.after(forgottenAfter, () => void drop(mediaId))
  }
  /** What one call does to a video that is coming, after those before it. What fails for want of room leaves nothing. */
  async function inTurn<Value>(mediaId: string, work: (video: Coming) => Promise<Result<Value>>): Promise<Result<Value>> {
    const video = coming.get(mediaId)
    if (video === undefined) return fail(notBegun)
    const turn = video.turn.then(async () => (coming.get(mediaId) === video ? work(video) : fail(cancelled)))
    video.turn = turn.catch(() => undefined)
    try {
      return await turn
    } catch (error) {
      await drop(mediaId)
      return fail(storageErrorOr(error))
    }
  }
  function there(mediaId: string): VideoItem | null {
    const item = repository.read(mediaId)?.item
    return item !== undefined && isVideo(item) ? item : null
  }

  async function check(mediaId: string, video: Coming): Promise<Result<VideoItem>> {
    if (video.received !== video.bytes) return fail(unreadable('changed', `${video.received} of ${video.bytes} bytes came`))
    await video.file.close()
    // While gigabytes are read nobody is forgotten.
    video.forget()
    const checked = await videos.check(video.file.path, AbortSignal.any([signal, video.cancelling.signal]))
    if (!checked.ok) return checked
    const { facts, sha256 } = checked.value
    return keeper.keepFile({ sha256, mediaType: facts.mediaType }, (path) => video.file.settle(path), () => {
      if (signal.aborted || video.cancelling.signal.aborted) return fail(cancelled)
      const item: VideoItem = { id: mediaId, fileName: video.fileName, bytes: video.bytes, addedAt: context.clock.now(), hasCover: false, ...facts }
      repository.insert({ item, sha256, isClean: true, coverSha256: null })
      return succeed(item)
    })
  }

  return {
    async begin({ mediaId, fileName, bytes, beginning }) {
      if (repository.read(mediaId) !== null) return there(mediaId) === null ? fail(studioError('conflict', 'this id belongs to a picture')) : succeed({ partBytes })
      if (bytes === 0) return fail(unreadable('empty', 'no bytes'))
      if (sniffMedia(beginning) !== 'video') return fail(studioError('media_kind_unsupported', 'neither MP4, QuickTime nor WebM'))
      await drop(mediaId)
      try {
        if ((await files.freeBytes()) < bytes + spareBytes) return fail(noRoom(bytes))
        const file = await files.begin(context.random.id())
        if (signal.aborted) return await file.discard().then(() => fail(cancelled))
        const video: Coming = { fileName, bytes, file, cancelling: new AbortController(), received: 0, forget: () => undefined, turn: Promise.resolve() }
        coming.set(mediaId, video)
        keepAwake(mediaId, video)
        return succeed({ partBytes })
      } catch (error) {
        return fail(storageErrorOr(error))
      }
    },
    addPart: ({ mediaId, offset, bytes }) =>
      inTurn(mediaId, async (video) => {
        keepAwake(mediaId, video)
        const isKnown = offset + bytes.byteLength <= video.received
        if (isKnown) return succeed({ received: video.received })
        if (offset !== video.received || offset + bytes.byteLength > video.bytes) return fail(studioError('conflict', `part at ${offset} of ${video.bytes}, ${video.received} are here`))
        await video.file.append(bytes)
        video.received += bytes.byteLength
        return succeed({ received: video.received })
      }),
    async finish({ mediaId }) {
      const known = there(mediaId)
      if (known !== null) return succeed(known)
      const finished = await inTurn(mediaId, (video) => check(mediaId, video))
      await drop(mediaId)
      return finished
    },
    async cancel({ mediaId }) {
      await drop(mediaId)
      return succeed({})
    },
    async stop() {
      await Promise.all([...coming.keys()].map(drop))
    }
  }
}

const cancelled = studioError('work_cancelled', 'adding a video was ended')
const notBegun = studioError('not_found', 'no video of this id is coming', { details: { reason: 'video_not_begun' } })

function unreadable(reason: string, message: string): StudioError {
  return studioError('video_unreadable', message, { details: { reason } })
}

function noRoom(bytes: number): StudioError {
  return studioError('disk_full', `${bytes} bytes do not fit`, { retryable: true, details: { reason: 'no_room', limit: Math.ceil((bytes + spareBytes) / 1_000_000) } })
}

function storageErrorOr(error: unknown): StudioError {
  const known = toStorageError(error)
  if (known === null) throw error
  return known
}
