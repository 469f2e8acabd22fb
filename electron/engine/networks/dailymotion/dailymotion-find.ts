import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import type { ApiAnswer } from '../api-call.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { DailymotionApi } from './dailymotion-api.ts'
import { listSchema, videoSchema, type DailymotionVideo } from './dailymotion-schemas.ts'
import { earliestOf } from '../server-clock.ts'
import { plainWords } from '../../../../shared/text/plain-words.ts'

const pageSize = 100
/** No list there goes further than a thousand: https://developers.dailymotion.com/v2/docs/browse-large-video-catalog (read on 2026-11-21). */
const mostPages = 10
/** A video shows in its channel's list a little later than it is taken. */
const settled = 60_000
const fields = 'video_id,video_url,title,description,visibility,created_at'

interface VideosPage {
  readonly answer: ApiAnswer
  readonly videos: readonly DailymotionVideo[]
}

/** Newest first. A list that is not understood must not pass for an empty one: that would say "not there, send again". */
async function readPage(api: DailymotionApi, profileId: string, page: number): Promise<NetworkResult<VideosPage>> {
  const answered = await api.getAnswer(`/profiles/${profileId}/videos`, { page, page_size: pageSize, sort: '-created_at', fields })
  if (!answered.ok) return answered
  const list = listSchema.safeParse(answered.value.json)
  const videos = list.success ? list.data.data.flatMap((each) => videoSchema.safeParse(each).data ?? []) : []
  const isRead = list.success && videos.length === list.data.data.length
  return isRead ? done({ answer: answered.value, videos }) : failed('bug', studioError('unexpected_answer', 'the list of videos has another shape'))
}

/** Looks through what the channel has since the attempt began for a video that bears the title and the words of the draft. */
export async function findOwnVideo(api: DailymotionApi, profileId: string, draft: Draft, intent: SentIntent, now: number): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  for (let page = 1; page <= mostPages; page += 1) {
    const read = await readPage(api, profileId, page)
    if (!read.ok) return read
    const { videos, answer } = read.value
    const since = earliestOf(intent, answer.response, now)
    const seen = seeAmong(videos.filter((video) => intent.isAnothers?.(video.video_id) !== true), draft, since)
    if (seen !== null) return done(seen)
    const last = videos.at(-1)
    if (videos.length < pageSize || (last !== undefined && Date.parse(last.created_at) < since - 86_400_000)) return done(now - intent.sentAt < settled ? 'cannot_tell' : 'none')
  }
  return done('cannot_tell')
}

/** null: none of them is it. */
function seeAmong(unknown: readonly DailymotionVideo[], draft: Draft, since: number): Published | 'cannot_tell' | null {
  const found = unknown.find((video) => isSameVideo(video, draft) && Date.parse(video.created_at) >= since)
  if (found !== undefined) return publishedOf(found)
  // It may be this one, and nothing says when it was made, or what it is called.
  return unknown.some((video) => !(Date.parse(video.created_at) < since) && mayBeSameVideo(video, draft)) ? 'cannot_tell' : null
}

/** What the channel published last. */
export async function listLastVideos(api: DailymotionApi, profileId: string): Promise<NetworkResult<readonly LastPost[]>> {
  const read = await readPage(api, profileId, 1)
  if (!read.ok) return read
  return done(read.value.videos.slice(0, lastOnes).map((video) => ({ ...publishedOf(video), text: [video.title ?? '', video.description ?? ''].filter((part) => part !== '').join('\n\n'), publishedAt: instantOf(Date.parse(video.created_at)) })))
}

/** The address that Dailymotion gives shows also what only some may see; without one, that of a public video. */
export function publishedOf({ video_id, video_url }: Pick<DailymotionVideo, 'video_id' | 'video_url'>): Published {
  return { remoteId: video_id, url: video_url ?? `https://www.dailymotion.com/video/${video_id}` }
}

/** Dailymotion trims what it is given. */
function isSameVideo({ title, description }: DailymotionVideo, draft: Pick<Draft, 'title' | 'text'>): boolean {
  return plainWords(title ?? '') === plainWords(draft.title) && plainWords(description ?? '') === plainWords(draft.text)
}

/** Of a title or words that are not told nobody knows whether they are these. */
function mayBeSameVideo({ title, description, ...video }: DailymotionVideo, draft: Pick<Draft, 'title' | 'text'>): boolean {
  return isSameVideo({ ...video, title: title ?? draft.title, description: description ?? draft.text }, draft)
}
