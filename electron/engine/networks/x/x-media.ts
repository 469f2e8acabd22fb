import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Clock } from '../../time/clock.ts'
import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { isVideo } from '../streamed-form.ts'
import { wait } from '../wait.ts'
import type { XApi } from './x-api.ts'
import { xId } from './x-schemas.ts'

const processingSchema = z.looseObject({ state: z.string(), check_after_secs: z.number().nonnegative().optional().catch(undefined) })
const uploadedSchema = z.looseObject({ data: z.looseObject({ id: xId, processing_info: processingSchema.optional().catch(undefined) }) })
type Uploaded = z.infer<typeof uploadedSchema>
const takenSchema = z.looseObject({}).or(z.undefined())
type Processing = z.infer<typeof processingSchema> | undefined
const describedSchema = z.looseObject({ data: z.looseObject({}) })

/** A moving picture is worked on for seconds, a film for minutes; after so many looks it counts as failed. */
const mostLooks = 40
/** X takes at most 5 MB at once. */
const segmentBytes = 4 * 1024 * 1024

/** Uploads the pictures and films and describes them: https://docs.x.com/x-api/media/introduction (read on 2026-11-21). */
export async function uploadXMedia(api: XApi, clock: Clock, media: readonly MediaToSend[], session: Pick<AccountSession, 'signal' | 'onUploaded'>): Promise<NetworkResult<readonly string[]>> {
  const ids: string[] = []
  for (const item of media) {
    const uploaded = aboutFile(await uploadOne(api, clock, item, session), item)
    if (!uploaded.ok) return uploaded
    ids.push(uploaded.value)
  }
  return done(ids)
}

async function uploadOne(api: XApi, clock: Clock, item: MediaToSend, session: Pick<AccountSession, 'signal' | 'onUploaded'>): Promise<NetworkResult<string>> {
  const uploaded = isVideo(item) ? await uploadFilm(api, item, session.onUploaded) : await uploadPicture(api, item)
  if (!uploaded.ok) return uploaded
  const { id, processing_info } = uploaded.value.data
  const ready = await waitUntilReady(api, clock, id, processing_info, session.signal)
  // X keeps descriptions of pictures alone.
  if (!ready.ok || item.altText === '' || isVideo(item)) return ready.ok ? done(id) : ready
  const described = await api.post('/2/media/metadata', { id, metadata: { alt_text: { text: item.altText } } }, describedSchema, 'none')
  return described.ok ? done(id) : described
}

async function uploadPicture(api: XApi, item: MediaToSend): Promise<NetworkResult<Uploaded>> {
  const form = new FormData()
  // A copy, for the types: what is read may be part of a larger buffer.
  form.append('media', new Blob([new Uint8Array(await item.read())], { type: item.mediaType }), item.fileName)
  form.append('media_category', item.mediaType === 'image/gif' ? 'tweet_gif' : 'tweet_image')
  return api.upload('/2/media/upload', form, uploadedSchema)
}

/** Announced, handed over piece by piece, closed: https://docs.x.com/x-api/media/quickstart/media-upload-chunked (read on 2026-11-21). */
async function uploadFilm(api: XApi, item: MediaToSend, onUploaded: AccountSession['onUploaded']): Promise<NetworkResult<Uploaded>> {
  const begun = await api.post('/2/media/upload/initialize', { media_type: item.mediaType, media_category: 'tweet_video', total_bytes: item.byteLength }, uploadedSchema, 'none')
  if (!begun.ok) return begun
  const { id } = begun.value.data
  for (let offset = 0, segment = 0; offset < item.byteLength; offset += segmentBytes, segment += 1) {
    const form = new FormData()
    form.append('segment_index', String(segment))
    form.append('media', new Blob([new Uint8Array(await item.readPart(offset, Math.min(segmentBytes, item.byteLength - offset)))]), item.fileName)
    const taken = await api.upload(`/2/media/upload/${id}/append`, form, takenSchema)
    if (!taken.ok) return taken
    onUploaded?.(Math.min(item.byteLength, offset + segmentBytes), item.byteLength)
  }
  return api.post(`/2/media/upload/${id}/finalize`, {}, uploadedSchema, 'none')
}

async function waitUntilReady(api: XApi, clock: Clock, id: string, first: Processing, signal: AbortSignal): Promise<NetworkResult<null>> {
  let processing = first
  for (let looks = 0; looks < mostLooks; looks += 1) {
    if (processing === undefined || processing.state === 'succeeded') return done(null)
    if (processing.state === 'failed') return failed('rejected', studioError('rejected', 'X could not read the file', { details: { status: 422 } }))
    if (!(await wait(clock, (processing.check_after_secs ?? 1) * 1000, signal))) return failed('server_error', studioError('engine_stopped', 'the waiting for a picture was taken back', { retryable: true }))
    const look: NetworkResult<z.infer<typeof uploadedSchema>> = await api.get('/2/media/upload', { media_id: id, command: 'STATUS' }, uploadedSchema)
    if (!look.ok) return look
    processing = look.value.data.processing_info
  }
  return failed('server_error', studioError('timeout', 'X is still at work on a picture', { retryable: true, details: { reason: 'media_processing' } }))
}
