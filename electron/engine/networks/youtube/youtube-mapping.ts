import { studioError } from '../../../../shared/errors/studio-error.ts'
import { youtubeStudioUrl } from '../../../../shared/networks/youtube-capabilities.ts'
import { byHandToken } from '../../../../shared/outbox/by-hand.ts'
import { findEntities } from '../../../../shared/text/find-entities.ts'
import { findConversationPlace, type ThreadPost } from '../conversation-place.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { MediaToSend } from '../network-media.ts'
import type { Published } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { YoutubeComment, YoutubeVideo } from './youtube-schemas.ts'
import { plainWords } from '../../../../shared/text/plain-words.ts'

/** All tags together; one with a space counts two more, which hashtags never have: https://developers.google.com/youtube/v3/docs/videos#snippet.tags[] (read on 2026-11-21). */
const mostTagCharacters = 500
/** YouTube works on a video for minutes. */
const askAgainAfterMs = 30_000

/** The one video of a post, which is what a post is there. Whether it is made for children is answered by whoever uploads it: a series that never asked plans its posts while nobody looks, so it is asked for here. */
export function videoOf({ media, terms }: Pick<Draft, 'media' | 'terms'>): NetworkResult<MediaToSend> {
  const [file] = media
  if (file === undefined || media.length !== 1 || file.durationMs === null) return failed('rejected', studioError('rejected', 'a post on YouTube is one video', { details: { reason: 'one_video' } }))
  if (terms?.film?.madeForKids === null) return failed('rejected', studioError('rejected', 'nobody said whether the video is made for children', { details: { reason: 'kids_unsaid' } }))
  return done(file)
}

/** What YouTube is told of a video, and whether it tells the channel's subscribers of it. */
export interface VideoDescription {
  readonly body: object
  readonly notifies: boolean
}

/**
 * Of one that waits there, also when it is to be seen. Who it is made for is left to the channel's own setting only where it was scheduled before that was asked.
 * https://developers.google.com/youtube/v3/docs/videos#resource (read on 2026-11-21) and /videos/insert#notifySubscribers (read on 2026-11-23)
 */
export function describeVideo({ title, text, tags = hashtagsIn(text), terms }: Pick<Draft, 'title' | 'text' | 'tags' | 'terms'>, dueAt: number | null): VideoDescription {
  const { category = null, notifies = true } = terms?.film ?? {}
  return {
    body: {
      snippet: { title: title.trim(), description: text, ...(tags.length === 0 ? {} : { tags }), ...(category === null ? {} : { categoryId: category.id }) },
      status: statusOf(terms, dueAt)
    },
    notifies
  }
}

function statusOf(terms: Draft['terms'], dueAt: number | null): object {
  const shown = dueAt === null ? { privacyStatus: wantedStatus(terms) } : { privacyStatus: 'private', publishAt: writtenTime(dueAt) }
  const madeForKids = terms?.film?.madeForKids ?? null
  return { ...shown, ...(madeForKids === null ? {} : { selfDeclaredMadeForKids: madeForKids }), ...(terms?.isMadeWithAi === true ? { containsSyntheticMedia: true } : {}) }
}

/** Who may see it, as YouTube calls it. */
export function wantedStatus(terms: Draft['terms']): 'public' | 'unlisted' | 'private' {
  if (terms?.audience === 'with_link') return 'unlisted'
  return terms?.audience === 'only_me' ? 'private' : 'public'
}

/** Who chose no tags is found by the hashtags of the words. */
function hashtagsIn(text: string): readonly string[] {
  const tags: string[] = []
  let length = 0
  for (const entity of findEntities(text)) {
    if (entity.kind !== 'tag' || tags.some((tag) => tag.toLowerCase() === entity.tag.toLowerCase())) continue
    length += entity.tag.length + 1
    if (length > mostTagCharacters) break
    tags.push(entity.tag)
  }
  return tags
}

/** To the second, as YouTube keeps it. */
export function writtenTime(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`
}

/** ms since the epoch; null when it is none. */
export function timeOf(written: string | undefined): number | null {
  const time = Date.parse(written ?? '')
  return Number.isNaN(time) ? null : time
}

export function publishedOf(id: string): Published {
  return { remoteId: id, url: `https://www.youtube.com/watch?v=${id}` }
}

/** How far a video is that was to be there at once. */
export function outcomeOf({ id, status }: Pick<YoutubeVideo, 'id' | 'status'>, { terms }: Pick<Draft, 'terms'>): NetworkResult<Published> {
  const refused = refusalOf(status)
  if (refused !== null) return failed('rejected', studioError('rejected', `YouTube did not keep the video: ${refused}`, { details: { reason: refused } }))
  // What a project without an audit uploads is locked: only the person can publish it, and by hand. https://developers.google.com/youtube/v3/docs/videos/insert
  if (status?.privacyStatus === 'private' && wantedStatus(terms) !== 'private') return done({ remoteId: id, url: youtubeStudioUrl, pending: { token: byHandToken, askAgainAfterMs: null, waitsForPerson: true } })
  return done(status?.uploadStatus === 'uploaded' ? { ...publishedOf(id), pending: { token: id, askAgainAfterMs } } : publishedOf(id))
}

/** Why there is nothing of it to be seen, ever; null: there is. */
export function refusalOf(status: YoutubeVideo['status']): 'video_unreadable' | 'video_too_long' | 'video_duplicate' | 'video_refused' | 'gone' | null {
  switch (status?.uploadStatus) {
    case 'failed':
      return 'video_unreadable'
    case 'deleted':
      return 'gone'
    case 'rejected':
      if (status.rejectionReason === 'length') return 'video_too_long'
      return status.rejectionReason === 'duplicate' ? 'video_duplicate' : 'video_refused'
    default:
      return null
  }
}

interface SnippetWords {
  readonly title?: string | undefined
  readonly description?: string | undefined
}

/** As a person reads it. */
export function wordsOf(snippet: SnippetWords | undefined): string {
  return [snippet?.title ?? '', snippet?.description ?? ''].filter((each) => each !== '').join('\n\n')
}

/** Whether a video there bears the title and the words of the draft. YouTube trims both. */
export function isSameVideo({ title = '', description = '' }: SnippetWords, draft: Pick<Draft, 'title' | 'text'>): boolean {
  return plainWords(title) === plainWords(draft.title) && plainWords(description) === plainWords(draft.text)
}

/** Of a title or words that are not told nobody knows whether they are these. */
export function mayBeSameVideo({ title, description }: SnippetWords, draft: Pick<Draft, 'title' | 'text'>): boolean {
  return isSameVideo({ title: title ?? draft.title, description: description ?? draft.text }, draft)
}

export function isSameText(there: string, wanted: string): boolean {
  return plainWords(there) === plainWords(wanted)
}

export interface CommentPlace {
  readonly channelId: string
  /** The comment that begins the thread, when this is another one; it may not be known. */
  readonly top: YoutubeComment | null
  readonly videoId: string | null
  readonly isHeld: boolean
  readonly now: number
}

export function toItem(comment: YoutubeComment, { channelId, top, videoId, isHeld, now }: CommentPlace): IncomingItem {
  const { id, snippet } = comment
  const isOwn = isBy(comment, channelId)
  const video: ThreadPost = { id: videoId ?? channelId, isOwn: true, namesUs: false }
  const parentId = snippet.parentId ?? top?.id ?? null
  const above = parentId === null ? [video] : [video, { id: parentId, isOwn: top !== null && isBy(top, channelId), namesUs: false }]
  const place = findConversationPlace(above, { id, isOwn, namesUs: false })
  const name = snippet.authorDisplayName === '' ? 'YouTube' : snippet.authorDisplayName
  return {
    remoteId: id,
    conversationRemoteId: place.conversationId,
    kind: place.kind,
    parentRemoteId: parentId ?? videoId,
    ourPostRemoteId: videoId,
    authorName: name.replace(/^@/, ''),
    authorHandle: name,
    isOwn,
    text: snippet.textOriginal ?? snippet.textDisplay,
    url: commentUrl(videoId, id),
    createdAt: Math.max(0, timeOf(snippet.publishedAt) ?? now),
    attachmentCount: 0,
    isLiked: false,
    isHeld: isHeld || snippet.moderationStatus === 'heldForReview'
  }
}

export function isBy({ snippet }: YoutubeComment, channelId: string): boolean {
  return snippet.authorChannelId?.value === channelId
}

export function commentUrl(videoId: string | null, id: string): string | null {
  return videoId === null ? null : `https://www.youtube.com/watch?v=${videoId}&lc=${id}`
}
