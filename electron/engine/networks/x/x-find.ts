import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import type { LookedAt, Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { XApi } from './x-api.ts'
import { publishedOf, textOf } from './x-mapping.ts'
import { earlierOf, postFields, repliedTo, versionsOf, xPageSchema, xPostSchema, type XPage, type XPost } from './x-schemas.ts'
import { wordsOf } from './x-words.ts'
import { clockOf, untoldSkew } from '../server-clock.ts'
import { readEach } from '../read-each.ts'

const pageSize = 100
/** Each post read costs; an account rarely publishes more in the time in question. */
const mostPages = 5
/** X shows a post in its author's list a little later than it takes it. */
export const settled = 30_000

/** Looks through our own posts since the attempt began for one that says what the draft says. Each post read is paid for, so no older one is asked for. */
export async function findOwnPost(api: XApi, session: AccountSession, draft: Draft, { sentAt, since = sentAt, isAnothers }: Pick<SentIntent, 'sentAt' | 'since' | 'isAnothers'>, now: number): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  let page: string | null = null
  let from = since - untoldSkew
  for (let pages = 0; pages < mostPages; pages += 1) {
    const read: NetworkResult<OwnPosts> = await readOwnPosts(api, { ownId: session.account.remoteId, isReply: draft.replyTo !== null, since: from, page }, now)
    if (!read.ok) return read
    const { posts, next, clockOffset, skew } = read.value
    const oldest = since + clockOffset - skew
    // Our clock is ahead of X's: what it was asked for began too late.
    if (oldest < from) {
      from = oldest
      page = null
      continue
    }
    const unknown = posts.filter((post) => !versionsOf(post).some((id) => isAnothers?.(id) === true))
    const same = unknown.filter((post) => isSamePost(post, draft))
    const found = same.find((post) => madeAt(post) >= oldest)
    if (found !== undefined) return done(publishedOf(found.id))
    // It may be this one: nothing says when it was made.
    if (same.some((post) => Number.isNaN(madeAt(post)))) return done('cannot_tell')
    if (unknown.some((post) => !(madeAt(post) < oldest) && (hidesItsFiles(post, draft) || hidesItsPlace(post, draft)))) return done('cannot_tell')
    if (next === null) return done(now - sentAt < settled ? 'cannot_tell' : 'none')
    page = next
  }
  return done('cannot_tell')
}

/** ms since the epoch; NaN: not told. */
function madeAt({ created_at: written }: XPost): number {
  return Date.parse(written ?? '')
}

/** Each post read is paid for, so that only the newest are. Answers stand in the same list. */
export async function listLastPosts(api: XApi, { account }: Pick<AccountSession, 'account'>, { isAnswer }: LookedAt): Promise<NetworkResult<readonly LastPost[]>> {
  const query = { max_results: lastOnes, exclude: isAnswer ? ['retweets'] : ['replies', 'retweets'], 'post.fields': postFields }
  const answered = await api.getAnswer(`/2/users/${account.remoteId}/tweets`, query)
  if (!answered.ok) return answered
  const page = readPage(answered.value.json)
  if (page === null) return otherShape
  return done(page.posts.map((post) => ({ ...publishedOf(post.id), text: textOf(post), publishedAt: instantOf(madeAt(post)), ...earlierOf(post) })))
}

const otherShape = failed('bug', studioError('unexpected_answer', 'the list of own posts has another shape'))

interface OwnPosts {
  readonly posts: readonly XPost[]
  readonly next: string | null
  /** Server's time minus ours, in ms. */
  readonly clockOffset: number
  readonly skew: number
}

interface Look {
  readonly ownId: string
  readonly isReply: boolean
  readonly since: number
  readonly page: string | null
}

async function readOwnPosts(api: XApi, { ownId, isReply, since, page }: Look, now: number): Promise<NetworkResult<OwnPosts>> {
  // What is answered is told only by an expansion, which is paid for: asked for only where it matters.
  const kind = isReply ? { exclude: ['retweets'], expansions: ['referenced_posts'] } : { exclude: ['replies', 'retweets'] }
  const query = { max_results: pageSize, start_time: new Date(since).toISOString().replace(/\.\d+Z$/, 'Z'), ...kind, 'post.fields': postFields, pagination_token: page }
  const answered = await api.getAnswer(`/2/users/${ownId}/tweets`, query)
  if (!answered.ok) return answered
  const listed = readPage(answered.value.json)
  // A list that is not understood must not pass for an empty one: that would say "not there, send again".
  if (listed === null) return otherShape
  return done({ ...listed, ...clockOf(answered.value.response, now) })
}

function readPage(json: unknown): Pick<OwnPosts, 'posts' | 'next'> | null {
  const parsed = xPageSchema.safeParse(json)
  const page: XPage | null = parsed.success ? parsed.data : null
  const posts = readEach(page?.data, xPostSchema.extend({ text: z.string() }))
  if (page === null || posts.length < (page.data?.length ?? 0)) return null
  return { posts, next: page.meta?.next_token ?? null }
}

function isSamePost(post: XPost, draft: Draft): boolean {
  return (draft.replyTo === null || repliedTo(post) === draft.replyTo.remoteId) && saysSame(post, draft)
}

/** An answer that does not say what it answers: it may be this one. */
function hidesItsPlace(post: XPost, draft: Draft): boolean {
  return draft.replyTo !== null && repliedTo(post) === null && saysSame(post, draft)
}

function saysSame(post: XPost, draft: Draft): boolean {
  if ((post.attachments?.media_keys?.length ?? 0) !== draft.media.length) return false
  const there = wordsOf(textOf(post))
  const wanted = wordsOf(draft.text)
  // X puts the names of those who are answered in front.
  return there === wanted || (draft.replyTo !== null && there.endsWith(wanted) && /^(@\w+)+$/.test(there.slice(0, there.length - wanted.length)))
}

/** Whether it may be it, by words beside addresses: with files X puts an address into them, and tells apart from them which one that is, and how many files there are. */
function hidesItsFiles(post: XPost, draft: Draft): boolean {
  if (draft.media.length === 0 || (draft.replyTo !== null && repliedTo(post) !== draft.replyTo.remoteId)) return false
  const there = wordsBeside(post.text)
  const wanted = wordsBeside(draft.text)
  return there === wanted || (draft.replyTo !== null && there.endsWith(wanted))
}

function wordsBeside(text: string): string {
  return wordsOf(textOf({ text: text.replaceAll(/https?:\/\/\S+/gi, ''), entities: undefined }))
}
