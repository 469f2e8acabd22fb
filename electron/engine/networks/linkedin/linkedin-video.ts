import { z } from 'zod'
import { misunderstood } from '../api-call.ts'
import { handOverFilm, type FilmPlace, type FilmState } from '../hand-over-film.ts'
import type { MediaToSend } from '../network-media.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import type { LinkedinApi } from './linkedin-api.ts'
import { isOfLinkedin } from './linkedin-media.ts'
import { encodeUrn, videoUrn } from './linkedin-urn.ts'

/** LinkedIn cuts a file into parts of four megabytes; what is larger does not have to fit in memory. */
const largestPart = 16 * 1024 * 1024

const partSchema = z.looseObject({ uploadUrl: z.string(), firstByte: z.int().nonnegative(), lastByte: z.int().nonnegative() })
const preparedSchema = z.looseObject({ value: z.looseObject({ video: z.string().regex(videoUrn), uploadToken: z.string().catch(''), uploadInstructions: z.array(partSchema).min(1), thumbnailUploadUrl: z.string().optional() }) })
const videoSchema = z.looseObject({ status: z.string(), processingFailureReason: z.string().optional().catch(undefined) })

type Session = Pick<AccountSession, 'onUploaded' | 'account'>

/** Hands a video over and waits until LinkedIn can show it: https://learn.microsoft.com/linkedin/marketing/community-management/shares/videos-api (read on 2026-11-22). */
export function uploadLinkedinVideo(api: LinkedinApi, place: FilmPlace, session: Session, file: MediaToSend): Promise<NetworkResult<string>> {
  return handOverFilm(place, file, { upload: (film) => upload(api, session, film), look: (urn) => look(api, urn) })
}

async function upload(api: LinkedinApi, { account, onUploaded }: Session, file: MediaToSend): Promise<NetworkResult<string>> {
  const asked = { owner: api.author, fileSizeBytes: file.byteLength, uploadCaptions: false, uploadThumbnail: file.cover !== undefined }
  const prepared = await api.prepare('/rest/videos', { initializeUploadRequest: asked }, preparedSchema)
  if (!prepared.ok) return prepared
  const { video, uploadToken, uploadInstructions: parts, thumbnailUploadUrl } = prepared.value.value
  const uploadedPartIds: string[] = []
  for (const { uploadUrl, firstByte, lastByte } of parts) {
    const length = lastByte - firstByte + 1
    // What the client gives for publication goes to LinkedIn alone, whatever the answer says.
    if (length < 1 || length > largestPart || !isOfLinkedin(uploadUrl, account.serverUrl)) return misunderstood('none', { method: 'PUT', url: account.serverUrl, signed: true })
    const put = await api.putPart(uploadUrl, await file.readPart(firstByte, length))
    if (!put.ok) return put
    uploadedPartIds.push(put.value)
    onUploaded?.(Math.min(file.byteLength, lastByte + 1), file.byteLength)
  }
  const covered = file.cover === undefined ? done(null) : await putCover(api, account, thumbnailUploadUrl, file.cover)
  if (!covered.ok) return covered
  return mapValue(await api.finalize('/rest/videos', { finalizeUploadRequest: { video, uploadToken, uploadedPartIds } }), () => video)
}

/** Like the parts, to LinkedIn alone. */
async function putCover(api: LinkedinApi, { serverUrl }: Session['account'], address: string | undefined, { picture }: NonNullable<MediaToSend['cover']>): Promise<NetworkResult<null>> {
  if (address === undefined || !isOfLinkedin(address, serverUrl)) return misunderstood('none', { method: 'PUT', url: serverUrl, signed: true })
  return api.put(address, await picture.read(), { 'media-type-family': 'STILLIMAGE' })
}

async function look(api: LinkedinApi, urn: string): Promise<NetworkResult<FilmState>> {
  const read = await api.get(`/rest/videos/${encodeUrn(urn)}`, {}, videoSchema)
  if (!read.ok) return read
  const { status, processingFailureReason: reason = '' } = read.value
  if (status === 'PROCESSING_FAILED') return done({ kind: 'failed', reason })
  return done({ kind: status === 'AVAILABLE' ? 'ready' : 'working' })
}
