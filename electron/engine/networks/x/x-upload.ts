import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Clock } from '../../time/clock.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { wait } from '../wait.ts'
import type { XApi } from './x-api.ts'
import { xId } from './x-schemas.ts'

const processingSchema = z.looseObject({ state: z.string(), check_after_secs: z.number().nonnegative().optional().catch(undefined) })
const uploadedDataSchema = z.looseObject({ id: xId, processing_info: processingSchema.optional().catch(undefined), expires_after_secs: z.number().positive().optional().catch(undefined) })
export const uploadedSchema = z.looseObject({ data: uploadedDataSchema })
export type Uploaded = z.infer<typeof uploadedSchema>
/** `expires_after_secs`: so long X keeps what no post has. */
export type UploadedData = z.infer<typeof uploadedDataSchema>
const takenSchema = z.looseObject({}).or(z.undefined())
type Processing = z.infer<typeof processingSchema> | undefined

/** A moving picture is worked on for seconds, a film for minutes; after so many looks the next attempt waits for it. */
const mostLooks = 40
/** So long for all files of an attempt together, ms: the outbox cuts one off in which nothing moves for five minutes, and then takes the post for one that may have arrived. */
const longestWait = 4 * 60_000
/** X takes at most 5 MB at once, and a thousand segments (`segment_index` of the description). */
const segmentBytes = 4 * 1024 * 1024
const largestSegment = 5_000_000
const mostSegments = 1000

export interface FileInSegments {
  readonly mediaType: string
  readonly category: 'tweet_video' | 'subtitles'
  readonly byteLength: number
  readonly fileName: string
  readPart(offset: number, length: number): Promise<Uint8Array>
}

/** Announced, handed over piece by piece, closed: https://docs.x.com/x-api/media/quickstart/media-upload-chunked (read on 2026-11-21). */
export async function uploadInSegments(api: XApi, file: FileInSegments): Promise<NetworkResult<Uploaded>> {
  const begun = await beginUpload(api, file)
  if (!begun.ok) return begun
  const sent = await sendSegments(api, begun.value.id, file, 0, () => undefined)
  return sent.ok ? mapValue(await closeUpload(api, begun.value.id), (data) => ({ data })) : sent
}

export async function beginUpload(api: XApi, { mediaType, category, byteLength }: FileInSegments): Promise<NetworkResult<UploadedData>> {
  return mapValue(await api.post('/2/media/upload/initialize', { media_type: mediaType, media_category: category, total_bytes: byteLength }, uploadedSchema, 'none'), ({ data }) => data)
}

/** In how many pieces a file goes: the same for the same length, so that another attempt goes on where one was cut. */
export function segmentsOf({ byteLength }: Pick<FileInSegments, 'byteLength'>): number {
  return Math.ceil(byteLength / lengthOfSegment(byteLength))
}

function lengthOfSegment(byteLength: number): number {
  return byteLength > mostSegments * segmentBytes ? largestSegment : segmentBytes
}

/** Sends what follows the first `there` segments; `onSent` is told how many segments and bytes are there. One that failed can be sent once more by itself, as its page says. */
export async function sendSegments(api: XApi, id: string, file: FileInSegments, there: number, onSent: (segments: number, bytes: number) => void): Promise<NetworkResult<null>> {
  const length = lengthOfSegment(file.byteLength)
  for (let segment = there; segment < segmentsOf(file); segment += 1) {
    const form = new FormData()
    form.append('segment_index', String(segment))
    // A copy, for the types: what is read may be part of a larger buffer.
    form.append('media', new Blob([new Uint8Array(await file.readPart(segment * length, Math.min(length, file.byteLength - segment * length)))]), file.fileName)
    const taken = await api.upload(`/2/media/upload/${id}/append`, form, takenSchema)
    if (!taken.ok) return taken
    onSent(segment + 1, Math.min(file.byteLength, (segment + 1) * length))
  }
  return done(null)
}

export async function closeUpload(api: XApi, id: string): Promise<NetworkResult<UploadedData>> {
  return mapValue(await api.post(`/2/media/upload/${id}/finalize`, {}, uploadedSchema, 'none'), ({ data }) => data)
}

/** How far X is with it. */
export async function readUpload(api: XApi, id: string): Promise<NetworkResult<UploadedData>> {
  return mapValue(await api.get('/2/media/upload', { media_id: id, command: 'STATUS' }, uploadedSchema), ({ data }) => data)
}

/** How long an attempt may still wait for X, ms: less with each wait. */
export interface Patience {
  leftMs: number
}

export function newPatience(): Patience {
  return { leftMs: longestWait }
}

/** What waits for X to be done with a file. */
export interface Processed {
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly patience: Patience
}

export async function waitUntilReady(api: XApi, { clock, signal, patience }: Processed, id: string, first: Processing): Promise<NetworkResult<null>> {
  let processing = first
  for (let looks = 0; looks < mostLooks; looks += 1) {
    if (processing === undefined || processing.state === 'succeeded') return done(null)
    if (processing.state === 'failed') return failed('rejected', studioError('rejected', 'X could not read the file', { details: { status: 422 } }))
    const delay = (processing.check_after_secs ?? 1) * 1000
    if (delay > patience.leftMs) break
    patience.leftMs -= delay
    if (!(await wait(clock, delay, signal))) return failed('server_error', studioError('engine_stopped', 'the waiting for a picture was taken back', { retryable: true }))
    const look: NetworkResult<UploadedData> = await readUpload(api, id)
    if (!look.ok) return look
    processing = look.value.processing_info
  }
  return failed('server_error', studioError('timeout', 'X is still at work on a picture', { retryable: true, details: { reason: 'media_processing' } }))
}
