import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import type { ApiAnswer } from '../api-call.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { TiktokApi } from './tiktok-api.ts'
import { videosSchema, type TiktokVideo } from './tiktok-schemas.ts'
import { earliestOf } from '../server-clock.ts'
import { plainWords } from '../../../../shared/text/plain-words.ts'

const pageSize = 20
const mostPages = 5
/** A part that was cut off may still be at work. */
export const settled = 45_000

const path = '/v2/video/list/?fields=id,create_time,title,video_description,share_url'

interface Page {
  readonly answer: ApiAnswer
  readonly videos: readonly TiktokVideo[]
  readonly cursor: number | null
}

/** The account's public videos, newest first; the cursor goes backwards in time. A list that is not understood must not pass for an empty one. */
async function readPage(api: TiktokApi, cursor: number | null): Promise<NetworkResult<Page>> {
  const answered = await api.askForAnswer(path, { max_count: pageSize, ...(cursor === null ? {} : { cursor }) })
  if (!answered.ok) return answered
  const list = videosSchema.safeParse(answered.value.json)
  if (!list.success) return failed('bug', studioError('unexpected_answer', 'the list of videos has another shape'))
  const { videos, has_more, cursor: next } = list.data.data
  return done({ answer: answered.value, videos, cursor: has_more ? (next ?? null) : null })
}

/** Looks for what the person posted of a draft: a video of these words, since the attempt began. A draft itself stands in no list, and nobody else sees it. */
export async function findOwnVideo(api: TiktokApi, draft: Draft, intent: SentIntent, now: number): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  let cursor: number | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const read: NetworkResult<Page> = await readPage(api, cursor)
    if (!read.ok) return read
    const { videos, answer } = read.value
    const since = earliestOf(intent, answer.response, now)
    const found = videos.find((video) => video.create_time * 1000 >= since && isSame(video, draft) && intent.isAnothers?.(video.id) !== true)
    if (found !== undefined) return done(publishedOf(found))
    const last = videos.at(-1)
    cursor = last !== undefined && last.create_time * 1000 < since ? null : read.value.cursor
    if (cursor === null) return done(now - intent.sentAt < settled ? 'cannot_tell' : 'none')
  }
  return done('cannot_tell')
}

/** What the account posted last. */
export async function listLastVideos(api: TiktokApi): Promise<NetworkResult<readonly LastPost[]>> {
  const read = await readPage(api, null)
  if (!read.ok) return read
  return done(read.value.videos.slice(0, lastOnes).map((video) => ({ ...publishedOf(video), text: wordsOf(video), publishedAt: instantOf(video.create_time * 1000) })))
}

function publishedOf({ id, share_url }: TiktokVideo): Published {
  return { remoteId: id, url: share_url ?? `https://www.tiktok.com/video/${id}` }
}

function wordsOf({ video_description, title }: TiktokVideo): string {
  return video_description ?? title ?? ''
}

/** Words alone tell: a draft without any is another's as well as ours. */
function isSame(video: TiktokVideo, { text }: Draft): boolean {
  return plainWords(text) !== '' && plainWords(wordsOf(video)) === plainWords(text)
}
