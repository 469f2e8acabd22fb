import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import type { ApiAnswer } from '../api-call.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { LookedAt, Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { isVideo } from '../streamed-form.ts'
import type { RedditApi } from './reddit-api.ts'
import { linkOf, wordsOf } from './reddit-draft.ts'
import { urlOf } from './reddit-place.ts'
import { listingSchema, readEach, redditItemSchema, redditPostSchema, soughtItemSchema, soughtPostSchema, type RedditItem, type RedditPost } from './reddit-schemas.ts'
import { earliestOf } from '../server-clock.ts'
import { plainWords } from '../../../../shared/text/plain-words.ts'

const pageSize = 100
const mostPages = 5
/** Reddit shows a post in its author's list a little later than it takes it. */
export const settled = 60_000

type Found = Published | 'none' | 'cannot_tell'
export type Sought = Pick<SentIntent, 'sentAt' | 'since' | 'isAnothers'>

const otherShape = failed('bug', studioError('unexpected_answer', 'a list of Reddit’s has another shape'))

/** Looks through what the member posted, answered or sent since the attempt began, newest first, for what the draft says. */
export function findOwn(api: RedditApi, draft: Draft, intent: Sought): Promise<NetworkResult<Found>> {
  const { replyTo } = draft
  if (replyTo === null) {
    return lookThrough(api, `/user/${api.place.userName}/submitted`, intent, (children, since) => {
      const posts = readEach(children, soughtPostSchema)
      const candidates = posts.filter((post) => post.created_utc * 1000 >= since && intent.isAnothers?.(post.name) !== true)
      const found = candidates.find((post) => isSamePost(post, draft, api.place.community))
      return { found: found === undefined ? null : publishedOf(found), mayBeThere: candidates.some((post) => mayBePassedOn(post, draft, api.place.community)), times: posts.map(({ created_utc }) => created_utc * 1000), wasUnderstood: posts.length === children.length }
    })
  }
  const path = replyTo.remoteId.startsWith('t4_') ? '/message/sent' : `/user/${api.place.userName}/comments`
  return lookThrough(api, path, intent, (children, since) => {
    const items = readEach(children, soughtItemSchema)
    const alike = items.filter((item) => item.created_utc * 1000 >= since && intent.isAnothers?.(item.name) !== true && plainWords(item.body) === plainWords(wordsOf(draft)))
    const found = alike.find((item) => item.parent_id === replyTo.remoteId)
    // One that says the same and not what it answers may be it.
    return { found: found === undefined ? null : publishedOf(found), mayBeThere: alike.some((item) => (item.parent_id ?? null) === null), times: items.map(({ created_utc }) => created_utc * 1000), wasUnderstood: items.length === children.length }
  })
}

type ReadPage = (children: readonly unknown[], since: number) => { readonly found: Published | null; readonly mayBeThere: boolean; readonly times: readonly number[]; readonly wasUnderstood: boolean }

async function lookThrough(api: RedditApi, path: string, intent: Sought, readPage: ReadPage): Promise<NetworkResult<Found>> {
  let isUnsure = api.now() - intent.sentAt < settled
  let after: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answered: NetworkResult<ApiAnswer> = await api.getAnswer(path, { sort: 'new', limit: pageSize, after })
    if (!answered.ok) return answered
    const listing = listingSchema.safeParse(answered.value.json)
    const since = earliestOf(intent, answered.value.response, api.now())
    // A list that is not understood must not pass for an empty one: that would say "not there, send again".
    if (!listing.success) return otherShape
    const page = readPage(listing.data.data.children, since)
    if (!page.wasUnderstood) return otherShape
    if (page.found !== null) return done(page.found)
    isUnsure ||= page.mayBeThere
    after = listing.data.data.after ?? null
    if (after === null || page.times.some((time) => time < since)) return done(isUnsure ? 'cannot_tell' : 'none')
  }
  return done('cannot_tell')
}

/** What the member posted last in this place, or answered last. */
export async function listLast(api: RedditApi, { isAnswer, isMessage }: LookedAt): Promise<NetworkResult<readonly LastPost[]>> {
  const path = isMessage ? '/message/sent' : `/user/${api.place.userName}/${isAnswer ? 'comments' : 'submitted'}`
  const answered = await api.getAnswer(path, { sort: 'new', limit: isAnswer || isMessage ? lastOnes : pageSize })
  if (!answered.ok) return answered
  const listing = listingSchema.safeParse(answered.value.json)
  if (!listing.success) return otherShape
  const { children } = listing.data.data
  if (isAnswer || isMessage) return done(readEach(children, redditItemSchema).map((item) => ({ ...publishedOf(item), text: item.body, publishedAt: instantOf(item.created_utc * 1000) })))
  const here = readEach(children, redditPostSchema).filter(({ subreddit }) => isSameName(subreddit, api.place.community))
  return done(here.slice(0, lastOnes).map((post) => ({ ...publishedOf(post), text: [post.title, post.selftext].filter((part) => part !== '').join('\n'), publishedAt: instantOf(post.created_utc * 1000) })))
}

export function publishedOf({ name, permalink }: Pick<RedditPost | RedditItem, 'name' | 'permalink'>): Published {
  return { remoteId: name, url: urlOf(permalink) }
}

/** Of what was passed on before, Reddit may name the post at the beginning instead of the one that was asked for: no document says which. */
function mayBePassedOn(post: RedditPost, draft: Draft, community: string): boolean {
  return draft.quote !== undefined && post.crosspost_parent !== undefined && isUnderTitle(post, draft, community)
}

function isUnderTitle(post: RedditPost, draft: Draft, community: string): boolean {
  return isSameName(post.subreddit, community) && plainWords(post.title) === plainWords(draft.title)
}

function isSamePost(post: RedditPost, draft: Draft, community: string): boolean {
  if (!isUnderTitle(post, draft, community)) return false
  // What is passed on has no words of ours; the same title about another post, or about none, is another post.
  if (draft.quote !== undefined || post.crosspost_parent !== undefined) return post.crosspost_parent === draft.quote?.remoteId
  return isSameContent(post, draft)
}

function isSameContent(post: RedditPost, draft: Draft): boolean {
  if (draft.media.length > 0) return !post.is_self && isOfKind(post, draft.media) && mayBeFile(post) && (plainWords(post.selftext) === '' || plainWords(post.selftext) === plainWords(wordsOf(draft)))
  const link = linkOf(draft)
  return link === null ? post.is_self && plainWords(post.selftext) === plainWords(wordsOf(draft)) : !post.is_self && post.url === link
}

/** A gallery, a film or a picture, as far as Reddit says it. */
function isOfKind({ is_gallery: isGallery, is_video: isFilm }: RedditPost, media: Draft['media']): boolean {
  const hasFilm = media.some(isVideo)
  return (isGallery ?? media.length > 1) === media.length > 1 && (isFilm ?? hasFilm) === hasFilm
}

/** Reddit keeps pictures and films itself, under names that nobody knows before: a post that links to somewhere else is none. */
function mayBeFile({ url }: RedditPost): boolean {
  if (url === undefined || !URL.canParse(url)) return true
  return /(^|\.)(redd\.it|reddit\.com|redditmedia\.com|amazonaws\.com)$/.test(new URL(url).hostname)
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
