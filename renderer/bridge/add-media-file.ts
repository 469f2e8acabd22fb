import type { StudioBridge } from '../../shared/contract/bridge.ts'
import { fail, type Result } from '../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../shared/errors/studio-error.ts'
import { isVideo, type MediaItem } from '../../shared/media/media-item.ts'
import { sniffForeign, sniffMedia, sniffedBytes } from '../../shared/media/sniff-media.ts'
import { makeFilmCover } from './film-cover.ts'

export interface AddMediaFile {
  readonly bridge: Pick<StudioBridge, 'request'>
  readonly workspaceId: string
  /** The id that the file is to have. */
  readonly mediaId: string
  readonly file: File
  readonly signal?: AbortSignal
  /** Of what comes in parts: how much has been copied, 0 to 1. After all of it is there it is still checked. */
  readonly onProgress?: (share: number) => void
}

/** Larger pictures come in parts: one whole message of a hundred megabytes would be felt in every process that it passes. */
const wholeBytes = 8 * 1024 * 1024

/** Stores a picture or a video, told apart by its content: a picture whole, a video, a large picture or one that is made a JPEG part by part, so that its size does not matter. Errors name the file. */
export async function addMediaFile(wish: AddMediaFile): Promise<Result<MediaItem>> {
  const { file, bridge, workspaceId, mediaId } = wish
  const fileName = file.name || 'image'
  try {
    const beginning = await bytesOf(file.slice(0, sniffedBytes))
    const kind = sniffMedia(beginning)
    if (file.size === 0) return fail(named(studioError('video_unreadable', 'no bytes', { details: { reason: 'empty' } }), fileName))
    if (kind === null) return fail(named(studioError('media_kind_unsupported', 'by its first bytes'), fileName))
    const inParts = kind === 'video' || file.size > wholeBytes || sniffForeign(beginning) !== null
    const answer = inParts ? await addInParts(wish, beginning) : await bridge.request('media.add', { workspaceId, mediaId, fileName, bytes: await bytesOf(file) })
    return answer.ok ? answer : fail(named(answer.error, fileName))
  } catch (error) {
    // The drive was taken away, or the file changed meanwhile: the browser reads no further.
    return fail(named(studioError('media_unreadable', String(error)), fileName))
  }
}

async function addInParts({ bridge, workspaceId, mediaId, file, signal, onProgress }: AddMediaFile, beginning: Uint8Array<ArrayBuffer>): Promise<Result<MediaItem>> {
  const one = { workspaceId, mediaId }
  const begun = await bridge.request('media.beginFile', { ...one, fileName: file.name || 'file', bytes: file.size, beginning })
  if (!begun.ok) return begun
  const copied = await copyParts()
  if (!copied.ok) {
    await bridge.request('media.cancelFile', one)
    return copied
  }
  const finished = await bridge.request('media.finishFile', one)
  if (!finished.ok) return finished
  const cover = !isVideo(finished.value) || finished.value.hasCover ? null : await makeFilmCover(file)
  if (cover === null) return finished
  const covered = await bridge.request('media.setCover', { ...one, bytes: cover })
  // A film without a cover is a film all the same.
  return covered.ok ? covered : finished

  async function copyParts(): Promise<Result<null>> {
    const { partBytes } = begun.ok ? begun.value : { partBytes: file.size }
    for (let offset = 0; offset < file.size; offset += partBytes) {
      if (signal?.aborted === true) return fail(studioError('work_cancelled', 'taken back'))
      let bytes: Uint8Array<ArrayBuffer>
      try {
        bytes = await bytesOf(file.slice(offset, offset + partBytes))
      } catch (error) {
        return fail(studioError('video_unreadable', String(error), { details: { reason: 'changed' } }))
      }
      const taken = await bridge.request('media.addFilePart', { ...one, offset, bytes })
      if (!taken.ok) return taken
      onProgress?.(Math.min(1, (offset + partBytes) / file.size))
    }
    return { ok: true, value: null }
  }
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer())
}

function named(error: StudioError, fileName: string): StudioError {
  return { ...error, details: { ...error.details, fileName } }
}
