import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Published, Publisher, SendIntent, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { setYoutubeCover } from './youtube-cover.ts'
import { actOnYoutube } from './youtube-acts.ts'
import { kindOfId, withYoutubeApi, type YoutubeApi } from './youtube-api.ts'
import { editVideo } from './youtube-edit.ts'
import { findOwnComment, findOwnVideo, isInUploads, listLastVideos, readVideos } from './youtube-find.ts'
import { commentUrl, describeVideo, outcomeOf, videoOf } from './youtube-mapping.ts'
import type { YoutubeOptions } from './youtube-options.ts'
import { addToPlaylist, isInPlaylist } from './youtube-playlist.ts'
import { addYoutubeCaptions, hasYoutubeCaptions } from './youtube-captions.ts'
import { createdCommentSchema } from './youtube-schemas.ts'
import type { YoutubeUploads } from './youtube-uploads.ts'

/**
 * https://developers.google.com/youtube/v3/docs/videos/insert and /comments/insert (read on 2026-11-21). The last part of the file makes the video; everything before it is
 * a preparation that nobody sees. What was cut is asked how far it came before anything else, as long as Vigie runs.
 */
export function createYoutubePublisher(options: YoutubeOptions, uploads: YoutubeUploads): Publisher {
  return {
    publish: (session, draft, intent) => withYoutubeApi(options, session, (api) => publish(api, uploads, session, draft, intent)),
    findPublished: (session, draft, intent) => withYoutubeApi(options, session, (api) => find(api, { uploads, session, draft, intent, now: options.clock.now() })),
    // Comments stand under the videos of others and of its own, in no list of their own.
    listLast: async (session, { isAnswer }) => (isAnswer ? done(null) : withYoutubeApi(options, session, (api) => listLastVideos(api, session))),
    resume: (session, draft, token) => withYoutubeApi(options, session, (api) => resume(api, session, draft, token)),
    edit: (session, target) => withYoutubeApi(options, session, (api) => editVideo(api, target)),
    act: (session, target) => withYoutubeApi(options, session, (api) => actOnYoutube(api, target)),
    setCover: (session, target) => withYoutubeApi(options, session, (api) => setYoutubeCover(api, target)),
    addToList: (session, target) => withYoutubeApi(options, session, (api) => addToPlaylist(api, target)),
    addCaptions: (session, target) => withYoutubeApi(options, session, (api) => addYoutubeCaptions(api, target)),
    hasCaptions: (session, film) => withYoutubeApi(options, session, (api) => hasYoutubeCaptions(api, film)),
    isInList: (session, target) => withYoutubeApi(options, session, (api) => isInPlaylist(api, target))
  }
}

async function publish(api: YoutubeApi, uploads: YoutubeUploads, session: AccountSession, draft: Draft, { idempotencyKey }: SendIntent): Promise<NetworkResult<Published>> {
  if (draft.audience === 'message') return failed('rejected', studioError('rejected', 'YouTube has no private messages'))
  if (draft.replyTo !== null) return answer(api, session, draft, draft.replyTo.remoteId)
  const file = videoOf(draft)
  if (!file.ok) return file
  const video = await uploads.upload(api, session, idempotencyKey, file.value, describeVideo(draft, null))
  return video.ok ? outcomeOf(video.value, draft) : video
}

async function answer(api: YoutubeApi, session: AccountSession, { text, media }: Draft, answered: string): Promise<NetworkResult<Published>> {
  if (media.length > 0) return failed('rejected', studioError('rejected', 'a comment on YouTube holds no files', { details: { reason: 'no_files_in_comments' } }))
  const kind = kindOfId(answered)
  if (!kind.ok) return kind
  if (kind.value === 'video') return comment(api, session, text, answered)
  const created = await api.send('POST', '/youtube/v3/comments', { part: ['snippet'] }, { snippet: { parentId: threadOf(answered), textOriginal: text } }, createdCommentSchema)
  return created.ok ? done({ remoteId: created.value.id, url: commentUrl(created.value.snippet?.videoId ?? null, created.value.id) }) : created
}

/** Under a video of our own: the first of a thread. */
async function comment(api: YoutubeApi, { account }: AccountSession, text: string, videoId: string): Promise<NetworkResult<Published>> {
  const body = { snippet: { channelId: account.remoteId, videoId, topLevelComment: { snippet: { textOriginal: text } } } }
  const created = await api.send('POST', '/youtube/v3/commentThreads', { part: ['snippet'] }, body, createdCommentSchema)
  return created.ok ? done({ remoteId: created.value.id, url: commentUrl(videoId, created.value.id) }) : created
}

/** Answers to answers do not exist there: they stand under the comment that begins the thread, whose id comes before the dot. */
function threadOf(answered: string): string {
  return answered.split('.')[0] ?? answered
}

interface Search {
  readonly uploads: YoutubeUploads
  readonly session: AccountSession
  readonly draft: Draft
  readonly intent: SentIntent
  readonly now: number
}

async function find(api: YoutubeApi, { uploads, session, draft, intent, now }: Search): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  if (draft.replyTo !== null) {
    const kind = kindOfId(draft.replyTo.remoteId)
    if (!kind.ok) return kind
    const place = kind.value === 'video' ? { videoId: draft.replyTo.remoteId } : { parentId: threadOf(draft.replyTo.remoteId) }
    return findOwnComment(api, session, draft.text, place, intent, now)
  }
  const asked = await uploads.ask(api, session, intent.idempotencyKey)
  if (!asked.ok) return asked
  return asked.value === null ? findOwnVideo(api, session, draft, intent, now) : outcomeOf(asked.value, draft)
}

/** Whether YouTube is done with a video that it took. Left out of an answer, it may also be hidden: gone is believed only when the channel's own list, to its end, does not hold it either. */
async function resume(api: YoutubeApi, session: AccountSession, draft: Draft, id: string): Promise<NetworkResult<Published>> {
  const videos = await readVideos(api, [id])
  if (!videos.ok) return videos
  const [video] = videos.value
  if (video !== undefined) return outcomeOf(video, draft)
  const listed = await isInUploads(api, session, id)
  if (!listed.ok) return listed
  if (listed.value !== false) return failed('server_error', studioError('server_error', 'YouTube does not show the video that it took', { retryable: true }))
  return failed('rejected', studioError('rejected', 'the video is not there any more', { details: { reason: 'gone' } }))
}
