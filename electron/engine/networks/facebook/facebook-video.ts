import { z } from 'zod'
import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { AccountSession } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import type { FacebookApi } from './facebook-api.ts'

const offset = z.coerce.number().int().nonnegative()
const startedSchema = z.looseObject({ upload_session_id: z.coerce.string(), video_id: z.coerce.string(), start_offset: offset, end_offset: offset })
const movedSchema = z.looseObject({ start_offset: offset, end_offset: offset })
/** So much at once, whatever Facebook would take: it has to fit in memory. */
const mostAtOnce = 8 * 1024 * 1024

interface HandedOverVideo {
  readonly videoId: string
  readonly sessionId: string
}

/**
 * Hands a video over piece by piece; nobody sees it until the call with `upload_phase: finish`. Facebook says which bytes it wants next:
 * https://developers.facebook.com/docs/graph-api/reference/page/videos/ (read on 2026-11-21).
 */
export async function handOverVideo(api: FacebookApi, pageId: string, file: MediaToSend, onUploaded: AccountSession['onUploaded']): Promise<NetworkResult<HandedOverVideo>> {
  const path = `/${pageId}/videos`
  const started = aboutFile(await api.prepare(path, { upload_phase: 'start', file_size: file.byteLength }, startedSchema), file)
  if (!started.ok) return started
  const { upload_session_id: sessionId, video_id: videoId } = started.value
  let wanted: z.infer<typeof movedSchema> = started.value
  // Each answer has to lead further, or this would never end.
  while (wanted.start_offset < wanted.end_offset) {
    const from = wanted.start_offset
    const bytes = await file.readPart(from, Math.min(mostAtOnce, wanted.end_offset - from))
    const form = new FormData()
    form.append('upload_phase', 'transfer')
    form.append('upload_session_id', sessionId)
    form.append('start_offset', String(from))
    form.append('video_file_chunk', new Blob([new Uint8Array(bytes)]), file.fileName)
    const moved = aboutFile(await api.upload(path, form, movedSchema), file)
    if (!moved.ok) return moved
    if (moved.value.start_offset <= from) break
    wanted = moved.value
    onUploaded?.(Math.min(file.byteLength, wanted.start_offset), file.byteLength)
  }
  return done({ videoId, sessionId })
}

const finishedSchema = z.looseObject({ success: z.literal(true) })

/** The call that makes it a post. Facebook answers with no id: afterwards it is asked which post shows the video. */
export async function publishVideo(api: FacebookApi, pageId: string, { sessionId, videoId }: HandedOverVideo, text: string): Promise<NetworkResult<string>> {
  const finished = await api.create(`/${pageId}/videos`, { upload_phase: 'finish', upload_session_id: sessionId, ...(text === '' ? {} : { description: text }) }, finishedSchema)
  if (!finished.ok) return finished
  const post = await postOfVideo(api, pageId, videoId)
  // It is out. Under the video's own number it is found as well.
  return post.ok ? post : done(videoId)
}

/** The post that shows the video: Facebook names it once it has begun to work on it. */
async function postOfVideo(api: FacebookApi, pageId: string, videoId: string): Promise<NetworkResult<string>> {
  const found = await api.get(`/${videoId}`, { fields: 'post_id' }, z.looseObject({ post_id: z.coerce.string().optional() }))
  return mapValue(found, ({ post_id: postId }) => (postId === undefined ? videoId : postId.includes('_') ? postId : `${pageId}_${postId}`))
}
