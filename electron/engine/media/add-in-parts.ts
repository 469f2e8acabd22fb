import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { sniffForeign, sniffMedia } from '../../../shared/media/sniff-media.ts'
import { toStorageError } from '../database/storage-error.ts'
import type { ImageWork } from '../images/image-work.ts'
import type { VideoWork } from '../videos/video-work.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { PictureKeeper } from './keep-picture.ts'
import type { MediaFiles } from './media-files.ts'
import type { MediaRepository, StoredMedia } from './media-repository.ts'
import { nameConverted } from './name-version.ts'
import { maxImageBytes } from './read-image.ts'
import type { UnfinishedFile } from './unfinished-file.ts'

/** Small enough to pass between processes without a pause, large enough that gigabytes do not take a million of them. */
const partBytes = 4 * 1024 * 1024
/** What the disk keeps for everything else. */
const spareBytes = 256 * 1024 * 1024
/** A page that is gone does not come back for its file. */
const forgottenAfter = 10 * 60_000

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

interface Coming {
  readonly kind: 'picture' | 'video'
  /** It is kept as another kind of picture than it comes as. */
  readonly isForeign: boolean
  readonly fileName: string
  readonly bytes: number
  readonly file: UnfinishedFile
  readonly cancelling: AbortController
  received: number
  forget: () => void
  /** One after the other, whatever the page asks at once. */
  turn: Promise<unknown>
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
  const coming = new Map<string, Coming>()

  async function drop(mediaId: string): Promise<void> {
    const one = coming.get(mediaId)
    if (one === undefined) return
    coming.delete(mediaId)
    one.forget()
    one.cancelling.abort()
    await one.turn.catch(() => undefined)
    await one.file.discard()
  }
  function keepAwake(mediaId: string, one: Coming): void {
    one.forget()
    one.forget = context.clock.after(forgottenAfter, () => void drop(mediaId))
  }
  /** What one call does to a file that is coming, after those before it. What fails for want of room leaves nothing. */
  async function inTurn<Value>(mediaId: string, work: (one: Coming) => Promise<Result<Value>>): Promise<Result<Value>> {
    const one = coming.get(mediaId)
    if (one === undefined) return fail(notBegun)
    const turn = one.turn.then(async () => (coming.get(mediaId) === one ? work(one) : fail(cancelled)))
    one.turn = turn.catch(() => undefined)
    try {
      return await turn
    } catch (error) {
      await drop(mediaId)
      return fail(storageErrorOr(error))
    }
  }

  async function check(mediaId: string, one: Coming): Promise<Result<MediaItem>> {
    const { kind, isForeign, file, cancelling } = one
    if (one.received !== one.bytes) return fail(studioError(kind === 'video' ? 'video_unreadable' : 'media_unreadable', `${one.received} of ${one.bytes} bytes came`, { details: { reason: 'changed' } }))
    await file.close()
    // While gigabytes are read nobody is forgotten.
    one.forget()
    const ends = AbortSignal.any([signal, cancelling.signal])
    const checked = kind === 'video' ? await videos.check(file.path, ends) : await images.prepareFile(file.path, ends)
    if (!checked.ok) return checked
    const { facts, sha256, bytes } = checked.value
    return keeper.keepFile({ sha256, mediaType: facts.mediaType }, (path) => file.settle(path), () => {
      if (ends.aborted) return fail(cancelled)
      const fileName = isForeign && !('durationMs' in facts) ? nameConverted(one.fileName, facts.mediaType) : one.fileName
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
      await drop(mediaId)
      try {
        if ((await files.freeBytes()) < bytes + spareBytes) return fail(noRoom(bytes))
        const file = await files.begin(context.random.id())
        if (signal.aborted) return await file.discard().then(() => fail(cancelled))
        const one: Coming = { kind, isForeign: sniffForeign(beginning) !== null, fileName, bytes, file, cancelling: new AbortController(), received: 0, forget: () => undefined, turn: Promise.resolve() }
        coming.set(mediaId, one)
        keepAwake(mediaId, one)
        return succeed({ partBytes })
      } catch (error) {
        return fail(storageErrorOr(error))
      }
    },
    addPart: ({ mediaId, offset, bytes }) =>
      inTurn(mediaId, async (one) => {
        keepAwake(mediaId, one)
        const isKnown = offset + bytes.byteLength <= one.received
        if (isKnown) return succeed({ received: one.received })
        if (offset !== one.received || offset + bytes.byteLength > one.bytes) return fail(studioError('conflict', `part at ${offset} of ${one.bytes}, ${one.received} are here`))
        await one.file.append(bytes)
        one.received += bytes.byteLength
        return succeed({ received: one.received })
      }),
    async finish({ mediaId }) {
      const known = repository.read(mediaId)
      if (known !== null) return succeed(known.item)
      const finished = await inTurn(mediaId, (one) => check(mediaId, one))
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

const cancelled = studioError('work_cancelled', 'adding a file was ended')
const notBegun = studioError('not_found', 'no file of this id is coming', { details: { reason: 'file_not_begun' } })

function tooHeavy(found: number): StudioError {
  return studioError('media_too_large', `bytes: ${found} is over ${maxImageBytes}`, { details: { what: 'bytes', found, max: maxImageBytes } })
}

function noRoom(bytes: number): StudioError {
  return studioError('disk_full', `${bytes} bytes do not fit`, { retryable: true, details: { reason: 'no_room', limit: Math.ceil((bytes + spareBytes) / 1_000_000) } })
}

function storageErrorOr(error: unknown): StudioError {
  const known = toStorageError(error)
  if (known === null) throw error
  return known
}
