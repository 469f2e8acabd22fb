import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { FacebookApi } from './facebook-api.ts'
import { isNotFound } from '../meta/meta-failures.ts'
import { isSameText, timeOf } from '../meta/graph-values.ts'
import { isSamePost, mayBeSamePost, publishedOf } from './facebook-mapping.ts'
import { parentOf } from './facebook-parent.ts'
import { endsUnseen, graphListSchema, nextPageOf } from '../meta/graph-lists.ts'
import { facebookCommentSchema, facebookPostSchema } from './facebook-schemas.ts'
import { mayDo } from './facebook-secret.ts'
import { earliestOf } from '../server-clock.ts'
import { readEach } from '../read-each.ts'

export const postFields = 'id,message,created_time,permalink_url,attachments{media_type,subattachments}'
const pageSize = 100
const mostPages = 10
/** Facebook shows a post in its Page's list a little later than it takes it. */
export const settled = 30_000
/** Facebook is asked by its own clock before it has told it: ours may be so far ahead. What is older than the attempt is left out by what it tells with the answer. */
const unknownClock = 24 * 60 * 60_000

type Found = Published | 'none' | 'cannot_tell'

export interface LookedFor extends Pick<SentIntent, 'sentAt' | 'since'> {
  /** What Facebook's own clock calls older than this cannot be it: for a moment that was told to it. Instead of `since`. */
  readonly serverSince?: number
  readonly serverUntil?: number
  isAnothers?(remoteId: string, publishedAt: number): boolean
}

/** Looks through what the Page published, or answered, since the attempt began for what the draft says. */
export async function findOwn(api: FacebookApi, session: AccountSession, draft: Draft, intent: LookedFor, now: number): Promise<NetworkResult<Found>> {
  return draft.replyTo === null ? findOwnPost(api, session, draft, intent, now) : findOwnComment(api, session, draft, draft.replyTo.remoteId, intent, now)
}

export async function findOwnPost(api: FacebookApi, { account }: AccountSession, draft: Draft, intent: LookedFor, now: number): Promise<NetworkResult<Found>> {
  const asked = intent.serverSince ?? (intent.since ?? intent.sentAt) - unknownClock
  // A busy Page published more than is looked through since a moment of some days ago: https://developers.facebook.com/docs/graph-api/results (read on 2026-11-22).
  const until = intent.serverUntil === undefined ? null : Math.ceil(intent.serverUntil / 1000) + 1
  const query = { fields: postFields, since: Math.floor(asked / 1000), until, limit: pageSize }
  return lookThrough({ api, path: `/${account.remoteId}/published_posts`, query, intent, now }, (entries, since) => {
    const posts = readEach(entries, facebookPostSchema)
    const found = posts.find((post) => isAt(post.id, timeOf(post.created_time), since, intent) && isSamePost(post, draft))
    const isUntold = posts.some((post) => (timeOf(post.created_time) === null ? mayBeSamePost(post, draft) : isAt(post.id, timeOf(post.created_time), since, intent) && mayBeSamePost(post, draft)))
    return { found: found === undefined ? null : publishedOf(found.id, found.permalink_url), wasUnderstood: posts.length === entries.length, isUntold: found === undefined && isUntold }
  })
}

async function findOwnComment(api: FacebookApi, session: AccountSession, draft: Draft, answered: string, intent: LookedFor, now: number): Promise<NetworkResult<Found>> {
  const parent = await parentOf(api, session, answered)
  if (!parent.ok) return isNotFound(parent.failure) ? done('none') : parent
  const query = { fields: 'id,message,created_time,from', filter: 'stream', order: 'reverse_chronological', limit: pageSize }
  const looked = await lookThrough({ api, path: `/${parent.value}/comments`, query, intent, now }, (entries, since) => {
    const comments = readEach(entries, facebookCommentSchema)
    const found = comments.find((comment) => comment.from?.id === session.account.remoteId && isAt(comment.id, timeOf(comment.created_time), since, intent) && isSameText(comment.message ?? '', draft.text))
    // Who wrote it, what it says or when may be left out.
    const isUntold = comments.some((comment) => (comment.from?.id ?? session.account.remoteId) === session.account.remoteId && isSameText(comment.message ?? draft.text, draft.text) && (timeOf(comment.created_time) === null || isAt(comment.id, timeOf(comment.created_time), since, intent)))
    return { found: found === undefined ? null : publishedOf(found.id, found.permalink_url), wasUnderstood: comments.length === entries.length, isUntold }
  })
  // Who may not moderate gets an empty list instead of a refusal.
  return looked.ok && looked.value === 'none' && !mayDo(api.secret, 'MODERATE') ? done('cannot_tell') : looked
}

/** What the Page published last; what it answered stands under the posts of others. */
export async function listLastPosts(api: FacebookApi, { account }: Pick<AccountSession, 'account'>): Promise<NetworkResult<readonly LastPost[]>> {
  const answered = await api.getAnswer(`/${account.remoteId}/published_posts`, { fields: postFields, limit: lastOnes })
  if (!answered.ok) return answered
  const list = graphListSchema.safeParse(answered.value.json)
  if (!list.success) return failed('bug', studioError('unexpected_answer', 'the list of what the Page published has another shape'))
  const posts = readEach(list.data.data, facebookPostSchema)
  return done(posts.map((post) => ({ ...publishedOf(post.id, post.permalink_url), text: post.message ?? '', publishedAt: instantOf(timeOf(post.created_time) ?? Number.NaN) })))
}

function isAt(id: string, publishedAt: number | null, since: number, { serverUntil, isAnothers }: LookedFor): boolean {
  return publishedAt !== null && publishedAt >= since && (serverUntil === undefined || publishedAt <= serverUntil) && isAnothers?.(id, publishedAt) !== true
}

interface Look {
  readonly api: FacebookApi
  readonly path: string
  readonly query: Readonly<Record<string, string | number | null>>
  readonly intent: LookedFor
  readonly now: number
}

/** A list that is not understood must not pass for an empty one: that would say "not there, send again". */
const otherShape = failed('bug', studioError('unexpected_answer', 'the list of what the Page published has another shape'))

/** `isUntold`: one may be it, and leaves out what would tell: when it was made, its words or its pictures. */
type ReadPage = (entries: readonly unknown[], since: number) => { readonly found: Published | null; readonly wasUnderstood: boolean; readonly isUntold: boolean }

async function lookThrough({ api, path, query, intent, now }: Look, readPage: ReadPage): Promise<NetworkResult<Found>> {
  let after: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answered = await api.getAnswer(path, { ...query, after })
    if (!answered.ok) return answered
    const list = graphListSchema.safeParse(answered.value.json)
    if (!list.success) return otherShape
    const page = readPage(list.data.data, intent.serverSince ?? earliestOf(intent, answered.value.response, now))
    if (!page.wasUnderstood) return otherShape
    if (page.found !== null) return done(page.found)
    if (page.isUntold || endsUnseen(list.data)) return done('cannot_tell')
    after = nextPageOf(list.data)
    if (after === null) return done(now - intent.sentAt < settled ? 'cannot_tell' : 'none')
  }
  return done('cannot_tell')
}
