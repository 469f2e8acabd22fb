import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { CannotTell, GoneThere, NativeScheduler, PublishedThere, WaitingThere } from '../network-scheduler.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { KeptIds } from '../kept-ids.ts'
import { optional } from '../meta/graph-lists.ts'
import { isSameText, timeOf } from '../meta/graph-values.ts'
import type { FacebookApi } from './facebook-api.ts'
import { publishedOf } from './facebook-mapping.ts'
import { bringReel, type Films } from './facebook-reel.ts'
import { filmStateFields, finishedSchema, finishingOf, handOverVideo, readPostId, stateOf } from './facebook-video.ts'

type FilmThere = WaitingThere | PublishedThere | CannotTell

/** https://developers.facebook.com/docs/graph-api/reference/video (read on 2026-11-22). The time is written out, or in seconds since the epoch. */
const fields = 'id,description,published,scheduled_publish_time,post_id,status'
const filmSchema = z.looseObject({ ...filmStateFields, description: optional(z.string()), scheduled_publish_time: optional(z.union([z.string(), z.number()])) })
type Film = z.infer<typeof filmSchema>

/**
 * A film that Facebook publishes at its time: handed over in pieces, and the last call says when instead of now: https://developers.facebook.com/docs/graph-api/reference/page/videos/
 * (`scheduled_publish_time`, read on 2026-11-22). It goes by the number of the film, which stays when it is out.
 */
export async function handOverFilm(api: FacebookApi, films: KeptIds, session: AccountSession, { text, media }: Draft, { idempotencyKey, dueAt, keepBegun }: Parameters<NativeScheduler['handOver']>[2]): Promise<NetworkResult<WaitingThere>> {
  const [film, ...others] = media
  if (film === undefined || others.length > 0) return failed('rejected', studioError('rejected', 'a post on Facebook has one video and nothing beside it'))
  const pageId = session.account.remoteId
  const handed = await handOverVideo(api, pageId, film, session.onUploaded)
  if (!handed.ok) return handed
  const { videoId } = handed.value
  films.note(idempotencyKey, videoId)
  keepBegun?.(videoId)
  const seconds = Math.floor(dueAt / 1000)
  const body = await finishingOf(handed.value, text, film.cover, { published: false, scheduled_publish_time: seconds, unpublished_content_type: 'SCHEDULED' })
  return tellItsTime(api, videoId, seconds, { path: `/${pageId}/videos`, body })
}

/**
 * A reel that Facebook publishes at its time: its bytes go as for any reel, and the last call says when: https://developers.facebook.com/docs/graph-api/reference/page/video_reels
 * (`scheduled_publish_time`; `video_state` SCHEDULED is in Meta's own description of 2026-04-15; both read on 2026-11-23).
 */
export async function handOverReel(api: FacebookApi, kept: Films, session: AccountSession, draft: Draft, intent: Parameters<NativeScheduler['handOver']>[2]): Promise<NetworkResult<WaitingThere>> {
  const brought = await bringReel(api, kept, session, draft, intent)
  if (!brought.ok) return brought
  const { path, videoId, ...said } = brought.value
  const seconds = Math.floor(intent.dueAt / 1000)
  return tellItsTime(api, videoId, seconds, { path, body: { upload_phase: 'FINISH', video_id: videoId, video_state: 'SCHEDULED', scheduled_publish_time: seconds, ...said } })
}

/** The one call that makes it wait there. `seconds`: since the epoch. */
async function tellItsTime(api: FacebookApi, videoId: string, seconds: number, { path, body }: { readonly path: string; readonly body: object | FormData }): Promise<NetworkResult<WaitingThere>> {
  const finished = await api.create(path, body, finishedSchema)
  const waiting: WaitingThere = { kind: 'waiting', scheduledId: videoId, dueAt: seconds * 1000, isChanged: false }
  if (finished.ok) return done(waiting)
  if (finished.failure.kind !== 'rejected') return finished
  // It may be the refusal of the second of two deliveries: believed only where the film itself says that nobody has told it anything.
  const seen = await api.get(`/${videoId}`, { fields }, filmSchema)
  if (seen.ok && wasNeverTold(seen.value)) return finished
  return seen.ok && seen.value.published === false && instantOf(seen.value.scheduled_publish_time) !== null ? done(waiting) : failed('unknown_outcome', finished.failure.error)
}

/** Its file is there, or part of it, and no more: no time, and no post that would show it. */
function wasNeverTold({ published, scheduled_publish_time, post_id, status }: Film): boolean {
  return scheduled_publish_time === undefined && (post_id ?? '') === '' && stateOf(published, status?.video_status, status?.publishing_phase?.status) === 'not_out'
}

/** What the film says of itself. Without a time it may still be worked on, and would go twice if it were taken for gone: then nobody can tell. */
export async function readFilm(api: FacebookApi, session: Pick<AccountSession, 'account'>, draft: Pick<Draft, 'text'>, filmId: string): Promise<NetworkResult<FilmThere>> {
  return mapValue(await api.get(`/${filmId}`, { fields }, filmSchema), (film) => thereOf(film, session, draft, filmId))
}

function thereOf({ description, published, scheduled_publish_time, post_id }: Film, { account }: Pick<AccountSession, 'account'>, { text }: Pick<Draft, 'text'>, filmId: string): FilmThere {
  const postId = readPostId(account.remoteId, post_id)
  if (published === true) return { kind: 'published', ...publishedOf(postId ?? filmId) }
  const dueAt = instantOf(scheduled_publish_time)
  return published === undefined || dueAt === null ? { kind: 'cannot_tell' } : { kind: 'waiting', scheduledId: filmId, dueAt, isChanged: !isSameText(description ?? '', text) }
}

/** The call that gives it its time may still be at work for this long, in ms. */
const settled = 30_000

/** What came of a call whose answer was lost, so many ms ago. `gone`: it was never told anything, and its file alone lies there. */
export async function findFilm(api: FacebookApi, session: Pick<AccountSession, 'account'>, draft: Pick<Draft, 'text'>, filmId: string, age: number): Promise<NetworkResult<FilmThere | GoneThere>> {
  const seen = await api.get(`/${filmId}`, { fields }, filmSchema)
  if (!seen.ok) return seen.failure.kind === 'rejected' ? done({ kind: 'cannot_tell' }) : seen
  return done(wasNeverTold(seen.value) && age >= settled ? { kind: 'gone' } : thereOf(seen.value, session, draft, filmId))
}

function instantOf(time: string | number | undefined): number | null {
  return typeof time === 'number' ? time * 1000 : timeOf(time)
}

/** Posts bear their Page's number before their own. */
export function isFilmId(scheduledId: string): boolean {
  return !scheduledId.includes('_')
}
