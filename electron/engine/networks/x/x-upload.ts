import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Clock } from '../../time/clock.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { wait } from '../wait.ts'
import type { XApi } from './x-api.ts'
import { xId } from './x-schemas.ts'

const processingSchema = z.looseObject({ state: z.string(), check_after_secs: z.number().nonnegative().optional().catch(undefined) })
export const uploadedSchema = z.looseObject({ data: z.looseObject({ id: xId, processing_info: processingSchema.optional().catch(undefined) }) })
export type Uploaded = z.infer<typeof uploadedSchema>
const takenSchema = z.looseObject({}).or(z.undefined())
type Processing = z.infer<typeof processingSchema> | undefined

/** A moving picture is worked on for seconds, a film for minutes; after so many looks it counts as failed. */
const mostLooks = 40
/** X takes at most 5 MB at once. */
const segmentBytes = 4 * 1024 * 1024

export interface FileInSegments {
  readonly mediaType: string
  readonly category: 'tweet_video' | 'subtitles'
  readonly byteLength: number
  readonly fileName: string
  readPart(offset: number, length: number): Promise<Uint8Array>
}

/** Announced, handed over piece by piece, closed: https://docs.x.com/x-api/media/quickstart/media-upload-chunked (read on 2026-11-21). */
export async function uploadInSegments(api: XApi, { mediaType, category, byteLength, fileName, readPart }: FileInSegments, onUploaded?: AccountSession['onUploaded']): Promise<NetworkResult<Uploaded>> {
  const begun = await api.post('/2/media/upload/initialize', { media_type: mediaType, media_category: category, total_bytes: byteLength }, uploadedSchema, 'none')
  if (!begun.ok) return begun
  const { id } = begun.value.data
  for (let offset = 0, segment = 0; offset < byteLength; offset += segmentBytes, segment += 1) {
    const form = new FormData()
    form.append('segment_index', String(segment))
    // A copy, for the types: what is read may be part of a larger buffer.
    form.append('media', new Blob([new Uint8Array(await readPart(offset, Math.min(segmentBytes, byteLength - offset)))]), fileName)
    const taken = await api.upload(`/2/media/upload/${id}/append`, form, takenSchema)
    if (!taken.ok) return taken
    onUploaded?.(Math.min(byteLength, offset + segmentBytes), byteLength)
  }
  return api.post(`/2/media/upload/${id}/finalize`, {}, uploadedSchema, 'none')
}

/** What waits for X to be done with a file. */
export interface Processed {
  readonly clock: Clock
  readonly signal: AbortSignal
}

export async function waitUntilReady(api: XApi, { clock, signal }: Processed, id: string, first: Processing): Promise<NetworkResult<null>> {
  let processing = first
  for (let looks = 0; looks < mostLooks; looks += 1) {
    if (processing === undefined || processing.state === 'succeeded') return done(null)
    if (processing.state === 'failed') return failed('rejected', studioError('rejected', 'X could not read the file', { details: { status: 422 } }))
    if (!(await wait(clock, (processing.check_after_secs ?? 1) * 1000, signal))) return failed('server_error', studioError('engine_stopped', 'the waiting for a picture was taken back', { retryable: true }))
    const look: NetworkResult<Uploaded> = await api.get('/2/media/upload', { media_id: id, command: 'STATUS' }, uploadedSchema)
    if (!look.ok) return look
    processing = look.value.data.processing_info
  }
  return failed('server_error', studioError('timeout', 'X is still at work on a picture', { retryable: true, details: { reason: 'media_processing' } }))
}
