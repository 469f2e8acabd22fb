import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import type { ApiAnswer } from '../api-call.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { YoutubeApi } from './youtube-api.ts'
import { isNotFound } from './youtube-failures.ts'
import { commentUrl, isBy, isSameText, isSameVideo, mayBeSameVideo, outcomeOf, publishedOf, timeOf, wordsOf } from './youtube-mapping.ts'
import { channelSchema, commentSchema, commentThreadSchema, listSchema, uploadedSchema, videoSchema, type YoutubeComment, type YoutubeList, type YoutubeUploaded, type YoutubeVideo } from './youtube-schemas.ts'
import { earliestOf } from '../server-clock.ts'
import { readEach } from '../read-each.ts'

const pageSize = 50
const mostPages = 6
/** YouTube shows a video in its channel's list a little later than it takes it; a part that was cut off may still be at work. */
export const settled = 45_000

type Found = Published | 'none' | 'cannot_tell'

const notUnderstood = studioError('unexpected_answer', 'the list of what the channel uploaded has another shape')

/** What a page held; null: go on. */
export type Look<Value> = { readonly found: Value } | null

export interface UploadsPage {
  readonly uploads: readonly YoutubeUploaded[]
  readonly answer: ApiAnswer
  readonly isLast: boolean
}

/**
 * Reads what the channel uploaded, newest first, page by page until `look` has what it wants; private videos stand there too. `ended`: there is no more.
 * A list that is not understood must not pass for an empty one.
 */
export async function readUploads<Value>(api: YoutubeApi, { account }: Pick<AccountSession, 'account'>, look: (page: UploadsPage) => Promise<NetworkResult<Look<Value>>>): Promise<NetworkResult<Value | 'ended' | 'too_many'>> {
  const playlist = await uploadsOf(api, account.remoteId)
  if (!playlist.ok) return playlist
  let pageToken: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answered = await api.getAnswer('/youtube/v3/playlistItems', { part: ['snippet'], playlistId: playlist.value, maxResults: pageSize, pageToken })
    // A channel that has never published has no such list.
    if (!answered.ok) return pages === 0 && isWithoutUploads(answered) ? done('ended') : answered
    const list = readList(answered.value)
    const uploads = list === null ? [] : readEach(list.items, uploadedSchema)
    if (list === null || uploads.length < list.items.length) return failed('bug', notUnderstood)
    const looked = await look({ uploads, answer: answered.value, isLast: list.nextPageToken === undefined })
    if (!looked.ok) return looked
    if (looked.value !== null) return done(looked.value.found)
    if (list.nextPageToken === undefined) return done('ended')
    pageToken = list.nextPageToken
  }
  return done('too_many')
}

function isWithoutUploads(result: NetworkResult<unknown>): boolean {
  return !result.ok && isNotFound(result.failure) && result.failure.error.details?.['name'] === 'playlistNotFound'
}

const listGivenSchema = z.looseObject({ items: z.array(z.unknown()) })

function readList({ json }: ApiAnswer): YoutubeList | null {
  const list = listSchema.safeParse(json)
  // An empty list may be left out; with something in it, it is not there to be read.
  return list.success && (list.data.items.length > 0 || (list.data.pageInfo?.totalResults ?? 0) === 0 || listGivenSchema.safeParse(json).success) ? list.data : null
}

/** https://developers.google.com/youtube/v3/docs/channels#contentDetails.relatedPlaylists.uploads (read on 2026-11-21). */
async function uploadsOf(api: YoutubeApi, channelId: string): Promise<NetworkResult<string>> {
  const listed = await api.get('/youtube/v3/channels', { part: ['contentDetails'], id: channelId, maxResults: 1 }, listSchema)
  if (!listed.ok) return listed
  const [channel] = readEach(listed.value.items, channelSchema)
  const uploads = channel?.contentDetails?.relatedPlaylists?.uploads ?? ''
  return uploads === '' ? failed('rejected', studioError('rejected', 'the channel is not there, or does not say where its videos are listed')) : done(uploads)
}

/** Videos by their ids; one that is not there is left out of the answer. */
export async function readVideos(api: YoutubeApi, ids: readonly string[]): Promise<NetworkResult<readonly YoutubeVideo[]>> {
  const listed = await api.get('/youtube/v3/videos', { part: ['snippet', 'status'], id: ids, maxResults: pageSize }, listSchema)
  if (!listed.ok) return listed
  const videos = readEach(listed.value.items, videoSchema)
  return videos.length < listed.value.items.length ? failed('bug', notUnderstood) : done(videos)
}

/** Looks through what the channel uploaded since the attempt began for a video that bears the title and the words of the draft. */
export async function findOwnVideo(api: YoutubeApi, session: AccountSession, draft: Draft, intent: SentIntent, now: number): Promise<NetworkResult<Found>> {
  const looked = await readUploads<string>(api, session, async ({ uploads, answer }) => {
    const since = earliestOf(intent, answer.response, now)
    const found = uploads.find(({ snippet }) => isAfter(snippet.publishedAt, since) && isSameVideo(snippet, draft) && intent.isAnothers?.(snippet.resourceId.videoId) !== true)
    if (found !== undefined) return done({ found: found.snippet.resourceId.videoId })
    if (uploads.some(({ snippet }) => isAfter(snippet.publishedAt, since) && mayBeSameVideo(snippet, draft) && intent.isAnothers?.(snippet.resourceId.videoId) !== true)) return done({ found: 'untold' })
    const oldest = uploads.at(-1)
    return done(oldest !== undefined && !isAfter(oldest.snippet.publishedAt, since - 86_400_000) ? { found: 'older' } : null)
  })
  if (!looked.ok) return looked
  if (looked.value === 'too_many' || looked.value === 'untold') return done('cannot_tell')
  if (looked.value === 'ended' || looked.value === 'older') return done(now - intent.sentAt < settled ? 'cannot_tell' : 'none')
  const videos = await readVideos(api, [looked.value])
  if (!videos.ok) return videos
  const [video] = videos.value
  // One that waits there for its time was handed over as another, and says the same.
  return video === undefined || (video.status?.privacyStatus === 'private' && video.status.publishAt !== undefined) ? done('cannot_tell') : outcomeOf(video, draft)
}

/** Left out of an answer, a video may also be hidden from whoever asks: whether the channel's own list holds it. */
export async function isInUploads(api: YoutubeApi, session: Pick<AccountSession, 'account'>, videoId: string): Promise<NetworkResult<boolean | 'too_many'>> {
  const looked = await readUploads<'listed'>(api, session, async ({ uploads }) => done(uploads.some(({ snippet }) => snippet.resourceId.videoId === videoId) ? { found: 'listed' } : null))
  return mapValue(looked, (value) => (value === 'too_many' ? value : value === 'listed'))
}

type CommentsOf = { readonly parentId: string } | { readonly videoId: string }

function readCommentsOf(api: YoutubeApi, place: CommentsOf, pageToken: string | null): Promise<NetworkResult<ApiAnswer>> {
  const query = { part: ['snippet'], ...place, maxResults: 100, textFormat: 'plainText', pageToken }
  return 'videoId' in place ? api.getAnswer('/youtube/v3/commentThreads', { ...query, order: 'time' }) : api.getAnswer('/youtube/v3/comments', query)
}

/** null: none of them is it. One that says the same and not who wrote it may be it. */
function seeAmong(unknown: readonly YoutubeComment[], channelId: string, text: string): Published | 'cannot_tell' | null {
  const alike = unknown.filter(({ snippet }) => isSameText(snippet.textOriginal ?? snippet.textDisplay, text))
  const found = alike.find((comment) => isBy(comment, channelId))
  if (found !== undefined) return { remoteId: found.id, url: commentUrl(found.snippet.videoId ?? null, found.id) }
  return alike.some(({ snippet }) => snippet.authorChannelId?.value === undefined) ? 'cannot_tell' : null
}

/** The same for an answer, under the comment that begins its thread, and for a comment under a video. */
export async function findOwnComment(api: YoutubeApi, { account }: AccountSession, text: string, place: CommentsOf, intent: SentIntent, now: number): Promise<NetworkResult<Found>> {
  let pageToken: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answered = await readCommentsOf(api, place, pageToken)
    if (!answered.ok) return isNotFound(answered.failure) ? done('none') : answered
    const list = readList(answered.value)
    const comments = list === null ? [] : 'videoId' in place ? readEach(list.items, commentThreadSchema).map(({ snippet }) => snippet.topLevelComment) : readEach(list.items, commentSchema)
    if (list === null || comments.length < list.items.length) return failed('bug', studioError('unexpected_answer', 'the list of answers has another shape'))
    const since = earliestOf(intent, answered.value.response, now)
    const seen = seeAmong(comments.filter(({ id, snippet }) => isAfter(snippet.publishedAt, since) && intent.isAnothers?.(id) !== true), account.remoteId, text)
    if (seen !== null) return done(seen)
    if (list.nextPageToken === undefined) return done(now - intent.sentAt < settled ? 'cannot_tell' : 'none')
    pageToken = list.nextPageToken
  }
  return done('cannot_tell')
}

/** What the channel uploaded last: its list names private ones too, which nobody sees, and does not say so. */
export async function listLastVideos(api: YoutubeApi, session: AccountSession): Promise<NetworkResult<readonly LastPost[]>> {
  const looked = await readUploads<readonly YoutubeUploaded[]>(api, session, async ({ uploads }) => done({ found: uploads.slice(0, lastOnes) }))
  if (!looked.ok) return looked
  if (typeof looked.value === 'string' || looked.value.length === 0) return done([])
  const uploads = looked.value
  const videos = await readVideos(api, uploads.map(({ snippet }) => snippet.resourceId.videoId))
  return mapValue(videos, (told) => uploads.map((upload) => lastPostOf(upload, told.find(({ id }) => id === upload.snippet.resourceId.videoId))))
}

/** `video` is undefined where YouTube leaves it out of its answer. */
function lastPostOf({ snippet }: YoutubeUploaded, video: YoutubeVideo | undefined): LastPost {
  const { privacyStatus, publishAt } = video?.status ?? {}
  const publishedAt = instantOf(timeOf(video?.snippet?.publishedAt ?? snippet.publishedAt) ?? Number.NaN)
  const isOut = privacyStatus !== undefined && privacyStatus !== 'private'
  return { ...publishedOf(snippet.resourceId.videoId), text: wordsOf(snippet), publishedAt, ...(isOut ? {} : { notOut: { dueAt: instantOf(timeOf(publishAt) ?? Number.NaN) } }) }
}

function isAfter(written: string, since: number): boolean {
  const time = timeOf(written)
  return time !== null && time >= since
}
