import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { ByHand } from '../../../shared/outbox/by-hand.ts'
import type { MediaService } from '../media/media-service.ts'
import { isByHand, type JobRecord } from './job-record.ts'

type WaitingJob = Pick<JobRecord, 'state' | 'pendingToken' | 'payload'>
type Files = Pick<MediaService, 'toSend'>

const notByHand = studioError('not_found', 'no such job waits for the person')
const gone = (mediaId: string): ReturnType<typeof studioError> => studioError('media_unreadable', 'an image of this post is gone', { details: { mediaId } })

/** What the person publishes, as it was when it was planned; later edits of the post do not reach it. */
export function readByHand(job: WaitingJob | null, media: Files): Result<ByHand> {
  if (job === null || !isByHand(job) || job.payload?.effect !== 'create') return fail(notByHand)
  const files: ByHand['media'] = []
  for (const { mediaId, altText, cover } of job.payload.media) {
    const file = media.toSend(mediaId, altText)
    if (file === null) return fail(gone(mediaId))
    const picture = cover === undefined ? null : media.toSend(cover.mediaId, '')
    // A film without its cover can be published.
    const withCover = cover === undefined || picture === null ? {} : { cover: { mediaId: cover.mediaId, fileName: picture.fileName, mediaType: picture.mediaType } }
    files.push({ mediaId, altText, fileName: file.fileName, mediaType: file.mediaType, ...withCover })
  }
  return succeed({ title: job.payload.title, text: job.payload.text, media: files })
}

/** So much of a video at once. */
const partBytes = 8 * 1024 * 1024

export async function readByHandFile(job: WaitingJob | null, mediaId: string, media: Files, offset = 0): Promise<Result<{ bytes: Uint8Array<ArrayBuffer>; total: number }>> {
  const isPart = job !== null && isByHand(job) && job.payload?.effect === 'create' && job.payload.media.some((each) => each.mediaId === mediaId || each.cover?.mediaId === mediaId)
  const file = isPart ? media.toSend(mediaId, '') : null
  if (file === null) return fail(isPart ? gone(mediaId) : notByHand)
  if (file.durationMs !== null) return succeed({ bytes: new Uint8Array(await file.readPart(offset, partBytes)), total: file.byteLength })
  const bytes = new Uint8Array(await file.read())
  return succeed({ bytes: bytes.slice(offset), total: bytes.byteLength })
}
