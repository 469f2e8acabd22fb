import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { CannotTell, GoneThere, NativeScheduler, PublishedThere, ScheduledPlace, WaitingPosts, WaitingThere } from '../network-scheduler.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { orGone } from './youtube-acts.ts'
import { kindOfId, withYoutubeApi, type YoutubeApi } from './youtube-api.ts'
import { isInUploads, readUploads, readVideos, settled } from './youtube-find.ts'
import { describeVideo, isSameVideo, mayBeSameVideo, publishedOf, refusalOf, timeOf, videoOf, wantedStatus, wordsOf, writtenTime } from './youtube-mapping.ts'
import type { YoutubeOptions } from './youtube-options.ts'
import { videoSchema, type YoutubeVideo } from './youtube-schemas.ts'
import type { YoutubeUploads } from './youtube-uploads.ts'

type There = WaitingThere | PublishedThere | GoneThere | CannotTell
type Place = ScheduledPlace & { readonly scheduledId: string }
type Sought = Parameters<NativeScheduler['find']>[2]

/** Published earlier than this before its time, it is another one that says the same (a series does). */
const mostEarly = 60_000
/** Later than this, the user is asked. The next day of a series lies beyond it. */
const mostLate = 12 * 60 * 60_000

/** https://developers.google.com/youtube/v3/docs/videos#status.publishAt (read on 2026-11-21): a private video that bears a time. Its id stays when it is out. */
export function createYoutubeScheduler(options: YoutubeOptions, uploads: YoutubeUploads): NativeScheduler {
  return {
    handOver: (session, draft, { idempotencyKey, dueAt }) =>
      withYoutubeApi<WaitingThere | PublishedThere>(options, session, async (api) => {
        const file = videoOf(draft)
        if (!file.ok) return file
        // Its time makes a video public: one for a few is never given one.
        if (wantedStatus(draft.terms) !== 'public') return failed('rejected', studioError('rejected', 'YouTube would publish it for everybody at its time', { details: { reason: 'not_for_everybody' } }))
        const video = await uploads.upload(api, session, keyOf(idempotencyKey, dueAt), file.value, describeVideo(draft, dueAt))
        return video.ok ? handedOver(api, video.value, draft) : video
      }),
    find: (session, draft, intent) => withYoutubeApi(options, session, (api) => find(api, session, draft, intent)),
    listWaiting: (session) => withYoutubeApi(options, session, (api) => listWaiting(api, session)),
    read: (session, draft, place) => withYoutubeApi(options, session, (api) => readThere(api, session, draft, place)),
    move: (session, draft, place, dueAt) =>
      withYoutubeApi<There>(options, session, async (api) => {
        // Asked first: what is out would be taken from the public again.
        const video = await readOne(api, place.scheduledId)
        if (!video.ok) return video
        if (video.value === null) return afterwards(api, session, place)
        const there = thereOf(video.value, draft)
        if (there.kind !== 'waiting') return done(there)
        const moved = await api.send('PUT', '/youtube/v3/videos', { part: ['status'] }, { id: video.value.id, status: { ...keptStatus(video.value), privacyStatus: 'private', publishAt: writtenTime(dueAt) } }, videoSchema)
        return moved.ok ? readThere(api, session, draft, place) : moved
      }),
    cancel: (session, draft, place) =>
      withYoutubeApi<PublishedThere | GoneThere | CannotTell>(options, session, async (api) => {
        const there = await readThere(api, session, draft, place)
        if (!there.ok) return there
        if (there.value.kind !== 'waiting') return done(there.value)
        const removed = orGone(await api.order('DELETE', '/youtube/v3/videos', { id: place.scheduledId }))
        if (!removed.ok) return removed
        // Asked again before it is believed: something else may have answered, and from here it would go a second time.
        const after = await readThere(api, session, draft, place)
        if (!after.ok) return after
        return done(after.value.kind === 'waiting' ? { kind: 'cannot_tell' } : after.value)
      })
  }

  async function find(api: YoutubeApi, session: AccountSession, draft: Draft, intent: Sought): Promise<NetworkResult<There>> {
    const asked = await uploads.ask(api, session, keyOf(intent.idempotencyKey, intent.dueAt))
    if (!asked.ok) return asked
    if (asked.value !== null) return done(thereOf(asked.value, draft))
    const found = await findAlike(api, session, draft, intent)
    if (!found.ok) return found
    if (found.value !== 'none') return done(found.value)
    return done({ kind: options.clock.now() - intent.sentAt < settled ? 'cannot_tell' : 'gone' })
  }
}

/** A time that was changed before anything arrived begins another upload: the first one was told the old time. */
function keyOf(idempotencyKey: string, dueAt: number): string {
  return `${idempotencyKey} ${dueAt}`
}

/** What a project without an audit uploads is locked, and takes no time: nothing would ever be published there. The copy is of no use. */
async function handedOver(api: YoutubeApi, video: YoutubeVideo, draft: Draft): Promise<NetworkResult<WaitingThere | PublishedThere>> {
  const there = thereOf(video, draft)
  if (there.kind === 'waiting' || there.kind === 'published') return done(there)
  if (there.kind === 'cannot_tell') return failed('unknown_outcome', studioError('unexpected_answer', 'YouTube does not say what it does with the video'))
  const removed = orGone(await api.order('DELETE', '/youtube/v3/videos', { id: video.id }))
  if (!removed.ok) return failed('unknown_outcome', removed.failure.error)
  return failed('rejected', studioError('rejected', 'YouTube gave the video no time', { details: { reason: refusalOf(video.status) ?? 'locked_private' } }))
}

/** Whoever took its time from it there does not want it published then. */
function thereOf(video: YoutubeVideo, draft: Draft): There {
  const { id, status, snippet } = video
  if (refusalOf(status) !== null) return { kind: 'gone' }
  if (status?.privacyStatus === undefined) return { kind: 'cannot_tell' }
  if (status.privacyStatus !== 'private') return { kind: 'published', ...publishedOf(id) }
  if (status.publishAt === undefined) return { kind: 'gone' }
  const dueAt = timeOf(status.publishAt)
  return dueAt === null ? { kind: 'cannot_tell' } : { kind: 'waiting', scheduledId: id, dueAt, isChanged: snippet !== undefined && !mayBeSameVideo(snippet, draft) }
}

/** An update deletes what it does not name: https://developers.google.com/youtube/v3/docs/videos/update (read on 2026-11-21). */
function keptStatus({ status }: YoutubeVideo): object {
  const { license, embeddable, publicStatsViewable, selfDeclaredMadeForKids, containsSyntheticMedia } = status ?? {}
  return Object.fromEntries(Object.entries({ license, embeddable, publicStatsViewable, selfDeclaredMadeForKids, containsSyntheticMedia }).filter(([, value]) => value !== undefined))
}

async function readOne(api: YoutubeApi, scheduledId: string): Promise<NetworkResult<YoutubeVideo | null>> {
  const kind = kindOfId(scheduledId)
  if (!kind.ok) return kind
  const videos = await readVideos(api, [scheduledId])
  return videos.ok ? done(videos.value[0] ?? null) : videos
}

async function readThere(api: YoutubeApi, session: AccountSession, draft: Draft, place: Place): Promise<NetworkResult<There>> {
  const video = await readOne(api, place.scheduledId)
  if (!video.ok) return video
  return video.value === null ? afterwards(api, session, place) : done(thereOf(video.value, draft))
}

/** Left out of an answer, it may also be hidden from whoever asks: "gone" is believed only when the channel's own list does not hold it either. */
async function afterwards(api: YoutubeApi, session: AccountSession, { scheduledId }: Place): Promise<NetworkResult<GoneThere | CannotTell>> {
  const listed = await isInUploads(api, session, scheduledId)
  return listed.ok ? done({ kind: listed.value === true ? 'cannot_tell' : 'gone' }) : listed
}

async function listWaiting(api: YoutubeApi, session: AccountSession): Promise<NetworkResult<WaitingPosts>> {
  const posts: WaitingPosts['posts'][number][] = []
  const looked = await readUploads<never>(api, session, async ({ uploads }) => {
    if (uploads.length === 0) return done(null)
    const videos = await readVideos(api, uploads.map(({ snippet }) => snippet.resourceId.videoId))
    if (!videos.ok) return videos
    for (const { id, snippet, status } of videos.value) {
      const dueAt = status?.privacyStatus === 'private' && refusalOf(status) === null ? timeOf(status.publishAt) : null
      if (dueAt !== null) posts.push({ scheduledId: id, text: wordsOf(snippet), dueAt, url: publishedOf(id).url })
    }
    return done(null)
  })
  return mapValue(looked, (end) => ({ posts, isComplete: end === 'ended' }))
}

/** Among what waits there, and what came out at that time. */
async function findAlike(api: YoutubeApi, session: AccountSession, draft: Draft, intent: Sought): Promise<NetworkResult<There | 'none'>> {
  const looked = await readUploads<There>(api, session, async ({ uploads }) => {
    const alike = uploads.filter(({ snippet }) => mayBeSameVideo(snippet, draft)).map(({ snippet }) => snippet.resourceId.videoId)
    if (alike.length === 0) return done(null)
    const videos = await readVideos(api, alike)
    if (!videos.ok) return videos
    const there = videos.value.filter(({ snippet }) => mayBeSameVideo(snippet ?? {}, draft)).map((video) => ({ video, there: thereOf(video, draft), at: timeOf(video.snippet?.publishedAt) }))
    const found = there.find((each) => isSameVideo(each.video.snippet ?? {}, draft) && isIt(each, intent))
    if (found !== undefined) return done({ found: found.there })
    const hidden = alike.filter((id) => !videos.value.some((video) => video.id === id))
    const untold = there.filter((each) => tellsTooLittle(each) || isIt(each, intent)).map(({ video }) => video.id)
    // One that may say the same and does not tell what it is, or that is hidden, may be this one.
    const isUntold = [...hidden, ...untold].some((id) => intent.isAnothersThere?.(id) !== true && intent.isAnothers?.(id, intent.dueAt) !== true)
    return done(isUntold ? { found: { kind: 'cannot_tell' } } : null)
  })
  if (!looked.ok) return looked
  if (looked.value === 'ended') return done('none')
  return done(looked.value === 'too_many' ? { kind: 'cannot_tell' } : looked.value)
}

interface Seen {
  readonly there: There
  readonly at: number | null
}

/** What it is, or since when it is out. */
function tellsTooLittle({ there, at }: Seen): boolean {
  return there.kind === 'cannot_tell' || (there.kind === 'published' && at === null)
}

function isIt({ there, at }: Seen, { sentAt, dueAt, dueUntil, isAnothers, isAnothersThere }: Sought): boolean {
  if (there.kind === 'waiting') return Math.abs(there.dueAt - dueAt) < mostEarly && isAnothersThere?.(there.scheduledId) !== true
  if (there.kind !== 'published' || at === null) return false
  // One that came out before its time since it was handed over is no stranger: it may have been made public by hand, or bear the moment of its upload.
  return at >= Math.min(dueAt, sentAt) - mostEarly && at <= Math.max(dueAt, dueUntil ?? dueAt) + mostLate && isAnothers?.(there.remoteId, at) !== true
}
