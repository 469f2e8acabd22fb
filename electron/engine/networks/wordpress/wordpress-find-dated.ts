import { z } from 'zod'
import type { ScheduledPlace } from '../network-scheduler.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { WordpressApi } from './wordpress-api.ts'
import { isSameContent } from './wordpress-find.ts'
import { publishedOf, scheduledIdOf } from './wordpress-mapping.ts'
import { postSchema, timeOfGmt, type WordpressPost } from './wordpress-schemas.ts'

/** The most that a site gives at once. */
const pageSize = 100
const mostCalls = 24
const second = 1_000
const minute = 60_000
const day = 86_400_000

export interface Dated {
  readonly dueAt: number
  readonly isAnothersThere: ((scheduledId: string) => boolean) | undefined
  readonly isAnothers: ScheduledPlace['isAnothers']
}

/**
 * It lost its first name: among the account's posts of that very minute, without those that another job knows as its own. The right title and minute
 * over other words or pictures: a plug-in may have rewritten them, a person has to look.
 */
export async function findDated(api: Pick<WordpressApi, 'get'>, session: AccountSession, draft: Draft, { dueAt, isAnothers, isAnothersThere }: Dated): Promise<NetworkResult<WordpressPost | 'cannot_tell' | null>> {
  // The site compares with its own local time: a day around it is asked for, whatever its zone.
  const listed = await readBetween(api, session.account.remoteId, dueAt - day, dueAt + day)
  if (!listed.ok) return listed
  const isTaken = (post: WordpressPost): boolean => isAnothersThere?.(scheduledIdOf(post)) === true || (post.status === 'publish' && isAnothers?.(publishedOf(post).remoteId, timeOf(post)) === true)
  // Without a date or a title nobody knows that it is another one.
  const dated = listed.value.posts.filter((post) => !(Math.abs(timeOf(post) - dueAt) >= minute) && !isTaken(post))
  const titled = dated.filter((post) => (post.title?.raw ?? draft.title).trim() === draft.title.trim())
  const same = titled.find((post) => !Number.isNaN(timeOf(post)) && post.title?.raw !== undefined && isSameContent(post, draft) && hasAsManyPictures(post, draft))
  if (same !== undefined) return done(same)
  if (!listed.value.isComplete) return done('cannot_tell')
  return done(titled.length > 0 && draft.title.trim() !== '' ? 'cannot_tell' : null)
}

function timeOf({ date_gmt }: WordpressPost): number {
  return timeOfGmt(date_gmt ?? '')
}

interface Listed {
  readonly posts: readonly WordpressPost[]
  readonly isComplete: boolean
}

/**
 * All that the account has between the two, whichever way the site counts its pages: a span whose answer is full is asked again in halves, as a
 * second page could miss what moved up to the first one meanwhile. The halves share two seconds, since the site leaves out both ends.
 */
async function readBetween(api: Pick<WordpressApi, 'get'>, author: string, from: number, until: number): Promise<NetworkResult<Listed>> {
  const spans = [{ from, until }]
  const posts: WordpressPost[] = []
  for (let calls = 0; calls < mostCalls; calls += 1) {
    const span = spans.shift()
    if (span === undefined) return done({ posts, isComplete: true })
    const read = await readSpan(api, author, span)
    if (!read.ok) return read
    posts.push(...read.value)
    if (read.value.length < pageSize) continue
    if (span.until - span.from <= minute) return done({ posts, isComplete: false })
    const middle = Math.round((span.from + span.until) / 2 / second) * second
    spans.push({ from: span.from, until: middle + second }, { from: middle - second, until: span.until })
  }
  return done({ posts, isComplete: false })
}

function readSpan(api: Pick<WordpressApi, 'get'>, author: string, { from, until }: { readonly from: number; readonly until: number }): Promise<NetworkResult<readonly WordpressPost[]>> {
  const [after, before] = [from, until].map((instant) => new Date(instant).toISOString())
  const query = { author, status: 'future,publish', orderby: 'date', order: 'desc', per_page: pageSize, context: 'edit', after, before }
  return api.get('/wp/v2/posts', query, z.array(postSchema))
}

/** The first picture is the post's own, the others stand in its text. */
function hasAsManyPictures({ featured_media, content }: WordpressPost, draft: Draft): boolean {
  if (featured_media === undefined || content?.raw === undefined) return true
  return (featured_media > 0 ? 1 : 0) + content.raw.split(/<!-- wp:(?:image|video)/).length - 1 === draft.media.length
}
