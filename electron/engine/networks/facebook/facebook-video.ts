import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { Published } from '../network-publisher.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { optional } from '../meta/graph-lists.ts'
import { asFacebookId, type FacebookApi } from './facebook-api.ts'
import { publishedOf } from './facebook-mapping.ts'

const offset = z.coerce.number().int().nonnegative()
const startedSchema = z.looseObject({ upload_session_id: z.coerce.string(), video_id: z.coerce.string(), start_offset: offset, end_offset: offset })
const movedSchema = z.looseObject({ start_offset: offset, end_offset: offset })
/** So much at once, whatever Facebook would take: it has to fit in memory. */
const mostAtOnce = 8 * 1024 * 1024

export interface HandedOverVideo {
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

export const finishedSchema = z.looseObject({ success: z.literal(true) })

/**
 * The call that makes it a post. Facebook answers with no id: afterwards it is asked which post shows the video. A refusal may be of the second of two deliveries, of which the first was
 * taken; Facebook has no word of its own for that, so it is believed only where the video itself says that it is not out.
 */
export async function publishVideo(api: FacebookApi, pageId: string, handed: HandedOverVideo, text: string, cover: MediaToSend['cover']): Promise<NetworkResult<Published>> {
  return finishVideo(api, pageId, handed.videoId, { path: `/${pageId}/videos`, body: await finishingOf(handed, text, cover) })
}

/** What the last call says. `more`: when, where it is not now. */
export async function finishingOf({ sessionId }: HandedOverVideo, text: string, cover: MediaToSend['cover'], more: Readonly<Record<string, string | number | boolean>> = {}): Promise<object | FormData> {
  const said = { upload_phase: 'finish', upload_session_id: sessionId, ...(text === '' ? {} : { description: text }), ...more }
  return cover === undefined ? said : formWithCover(said, cover)
}

export async function finishVideo(api: FacebookApi, pageId: string, videoId: string, { path, body }: { readonly path: string; readonly body: object }): Promise<NetworkResult<Published>> {
  const finished = await api.create(path, body, finishedSchema)
  if (!finished.ok && finished.failure.kind !== 'rejected') return finished
  const seen = await readVideo(api, pageId, videoId)
  const { state, postId } = seen.ok ? seen.value : unseen
  if (finished.ok || state === 'out') return done(publishedVideo(videoId, postId))
  return state === 'cannot_tell' ? failed('unknown_outcome', finished.failure.error) : finished
}

async function formWithCover(said: Readonly<Record<string, string | number | boolean>>, { picture }: NonNullable<MediaToSend['cover']>): Promise<FormData> {
  const form = new FormData()
  for (const [name, value] of Object.entries(said)) form.append(name, String(value))
  form.append('thumb', new Blob([new Uint8Array(await picture.read())], { type: picture.mediaType }), picture.fileName)
  return form
}

/** The call that makes it a post may still be at work for this long, in ms. */
const settled = 30_000

/** After an end that nobody saw, so many ms ago: the video is asked by its number, and not looked for by its words. */
export async function findVideo(api: FacebookApi, pageId: string, videoId: string, age: number): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  const seen = await readVideo(api, pageId, videoId)
  if (!seen.ok) return seen.failure.kind === 'rejected' ? done('cannot_tell') : seen
  if (seen.value.state === 'out') return done(publishedVideo(videoId, seen.value.postId))
  return done(seen.value.state === 'not_out' && age >= settled ? 'none' : 'cannot_tell')
}

/** Which post shows a video that Facebook took. Only its own word that it cannot work on the video ends it. */
export async function resumeVideo(api: FacebookApi, pageId: string, token: string): Promise<NetworkResult<Published>> {
  const videoId = asFacebookId(token)
  if (!videoId.ok) return failed('unknown_outcome', videoId.failure.error)
  const seen = await readVideo(api, pageId, videoId.value)
  if (!seen.ok) return seen.failure.kind === 'rejected' ? failed('unknown_outcome', seen.failure.error) : seen
  if (seen.value.state === 'broken') return failed('rejected', studioError('rejected', 'Facebook could not work on the video'))
  return done(publishedVideo(videoId.value, seen.value.postId))
}

const askAgainAfterMs = 15_000

/** Lists name a post by its Page and its number, so nothing less is its name: until Facebook tells it, it is asked again. */
function publishedVideo(videoId: string, postId: string | null): Published {
  return postId === null ? { remoteId: videoId, url: null, pending: { token: videoId, askAgainAfterMs } } : publishedOf(postId)
}

interface SeenVideo {
  /** `broken`: it never comes out. */
  readonly state: 'out' | 'not_out' | 'broken' | 'cannot_tell'
  /** Facebook names it once it has begun to work on it. */
  readonly postId: string | null
}

const unseen: SeenVideo = { state: 'cannot_tell', postId: null }
const phase = optional(z.looseObject({ status: optional(z.string()) }))
/** What a film says of how far it is. */
export const filmStateFields = {
  post_id: z.coerce.string().optional(),
  published: optional(z.boolean()),
  status: optional(z.looseObject({ video_status: optional(z.string()), publishing_phase: phase }))
}
const videoSchema = z.looseObject(filmStateFields)
/** https://developers.facebook.com/docs/graph-api/reference/video-status (read on 2026-11-21): before anybody has told it to publish. */
const unfinished: ReadonlySet<unknown> = new Set(['uploading', 'upload_complete', 'upload_failed', 'expired'])

async function readVideo(api: FacebookApi, pageId: string, videoId: string): Promise<NetworkResult<SeenVideo>> {
  return mapValue(await api.get(`/${videoId}`, { fields: 'status,published,post_id' }, videoSchema), (video) => {
    const { post_id: named, published, status } = video
    const postId = readPostId(pageId, named)
    if (postId !== null) return { state: 'out', postId }
    return { state: stateOf(published, status?.video_status, status?.publishing_phase?.status), postId: null }
  })
}

/** Which post shows it, by the name that lists give it; null: Facebook does not say. */
export function readPostId(pageId: string, named = ''): string | null {
  const postId = asFacebookId(named.includes('_') ? named : `${pageId}_${named}`)
  return postId.ok ? postId.value : null
}

export function stateOf(isPublished: boolean | undefined, video: string | undefined, publishing: string | undefined): SeenVideo['state'] {
  if (isPublished === true) return 'out'
  if (isPublished === undefined || (publishing !== undefined && publishing !== 'not_started')) return 'cannot_tell'
  if (video === 'error') return 'broken'
  return unfinished.has(video) ? 'not_out' : 'cannot_tell'
}
