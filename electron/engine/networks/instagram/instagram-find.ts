import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { GraphCalls } from '../meta/graph-calls.ts'
import { graphListSchema } from '../meta/graph-lists.ts'
import { isSameText, timeOf } from '../meta/graph-values.ts'
import { lookThroughOwn } from '../meta/own-posts.ts'
import { untoldSkew } from '../server-clock.ts'
import { isNotFound } from '../meta/meta-failures.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { isVideo } from '../streamed-form.ts'
import { isOwnComment, ownPostOf, tellsAuthor } from './instagram-mapping.ts'
import { instagramCommentSchema, type InstagramComment } from './instagram-schemas.ts'
import { readEach } from '../read-each.ts'

export const postFields = 'id,caption,timestamp,permalink,media_type,children'
const storyFields = 'id,timestamp,permalink,media_type'
/** Under a comment they come with it, oldest first; under a post the newest fifty. */
const mostComments = 50
const settled = 60_000

type Found = Published | 'none' | 'cannot_tell'
export type LookedFor = Pick<SentIntent, 'sentAt' | 'since' | 'isAnothers'>

export async function findOwnPost(graph: GraphCalls, { account }: AccountSession, draft: Draft, intent: LookedFor, now: number): Promise<NetworkResult<Found>> {
  const isIt = (post: { text: string | null; pictures: number }): boolean => isSameText(post.text ?? '', draft.text) && post.pictures === draft.media.length
  const found = await lookThroughOwn({ graph, path: `/${account.remoteId}/media`, query: { fields: postFields }, intent, now, read: ownPostOf, words: draft.text, isIt })
  return mapValue(found, (value) => (typeof value === 'string' ? value : { remoteId: value.remoteId, url: value.url }))
}

/** Stories are listed as long as they stand, a day; near its end nothing can be told from their absence. */
const listedFor = 23 * 3_600_000

/**
 * A story has no words that would tell it from one that the person made on a telephone: what is listed is believed to be this one only where its container is said to be out, and to be
 * another one only where that is said not to be.
 */
export async function findOwnStory(graph: GraphCalls, { account }: AccountSession, { media }: Draft, intent: LookedFor, { now, container }: { readonly now: number; readonly container: 'out' | 'not_out' | 'unknown' }): Promise<NetworkResult<Found>> {
  const isFilm = media.some(isVideo)
  const looked = await lookThroughOwn({ graph, path: `/${account.remoteId}/stories`, query: { fields: storyFields }, intent, now, read: ownPostOf, isIt: (post) => post.isFilm === isFilm })
  if (!looked.ok) return looked
  if (typeof looked.value === 'object' && container === 'out') return done({ remoteId: looked.value.remoteId, url: looked.value.url })
  if (looked.value === 'cannot_tell' || container === 'out') return done('cannot_tell')
  if (container === 'not_out') return done(now - intent.sentAt < settled ? 'cannot_tell' : 'none')
  return done(looked.value === 'none' && now - intent.sentAt < listedFor ? 'none' : 'cannot_tell')
}

/** null: none of them is it. Who wrote it, what it says or when may be left out. */
function seeAmong(unknown: readonly InstagramComment[], ours: string, { text }: Draft): Published | 'cannot_tell' | null {
  const found = unknown.find((comment) => isOwnComment(comment, ours) && timeOf(comment.timestamp) !== null && isSameText(comment.text ?? '', text))
  if (found !== undefined) return { remoteId: found.id, url: null }
  return unknown.some((comment) => (isOwnComment(comment, ours) || !tellsAuthor(comment)) && isSameText(comment.text ?? text, text)) ? 'cannot_tell' : null
}

/** Looks through the answers under the comment, or the comments under our post. */
export async function findOwnAnswer(graph: GraphCalls, { account }: AccountSession, draft: Draft, place: string, intent: LookedFor, now: number): Promise<NetworkResult<Found>> {
  const listed = await graph.getAnswer(`/${place}`, { fields: 'id,text,timestamp,username,from', limit: mostComments })
  if (!listed.ok) return isNotFound(listed.failure) ? done('none') : listed
  const list = graphListSchema.safeParse(listed.value.json)
  const comments = list.success ? readEach(list.data.data, instagramCommentSchema) : []
  if (!list.success || comments.length < list.data.data.length) return failed('bug', studioError('unexpected_answer', 'the list of what was said has another shape'))
  const since = (intent.since ?? intent.sentAt) - untoldSkew
  const ours = account.handle.replace(/^@/, '')
  const unknown = comments.filter(({ id, timestamp }) => (timeOf(timestamp) ?? since) >= since && intent.isAnothers?.(id) !== true)
  const seen = seeAmong(unknown, ours, draft)
  if (seen !== null) return done(seen)
  // A page may hold less than was asked for, and go on.
  const goesOn = comments.length >= mostComments || list.data.paging?.next !== undefined
  return done(now - intent.sentAt < settled || goesOn ? 'cannot_tell' : 'none')
}
