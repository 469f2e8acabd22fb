import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { documentToBlocks } from './document-to-blocks.ts'
import type { WordpressApi } from './wordpress-api.ts'
import { wordpressErrorOf } from './wordpress-failures.ts'
import { publishedOf, scheduledIdOf } from './wordpress-mapping.ts'
import { postSchema, timeOfGmt, type WordpressPost } from './wordpress-schemas.ts'
import { earliestOf } from '../server-clock.ts'

/** A request that was cut off may still be at work on the site for this long, in ms. */
export const settled = 45_000
const pageSize = 50
/** So many for a person to look through. */
const mostPages = 20

export interface LookFor extends Pick<SentIntent, 'sentAt' | 'since' | 'isAnothers'> {
  /** The name the draft has until it is published. */
  readonly slug: string
  readonly now: number
}

/**
 * Still a draft under its first name: not published. Else it may be public, under a name of its own: then it is one of our newest posts, with
 * this title and these words.
 */
export async function findPublishedPost(api: WordpressApi, session: AccountSession, draft: Draft, look: LookFor): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  const notThere = look.now - look.sentAt >= settled ? 'none' : 'cannot_tell'
  const named = await findPostNamed(api, look.slug)
  if (!named.ok) return named
  const waiting = named.value
  if (waiting !== null) return done(waiting.status === 'publish' ? publishedOf(waiting) : notThere)
  const recent = await readRecent(api, session.account.remoteId, look)
  if (!recent.ok) return recent
  // What waits for its date stands in the list too, and another job knows it by the name that it has while it waits.
  const others = recent.value.posts.filter((post) => look.isAnothers?.(publishedOf(post).remoteId) !== true && look.isAnothers?.(scheduledIdOf(post)) !== true)
  return done(findAmong(others, draft) ?? (recent.value.isComplete ? notThere : 'cannot_tell'))
}

/** The draft of an attempt, which loses this name when it is published; null when there is none. */
export async function findPostNamed(api: WordpressApi, slug: string): Promise<NetworkResult<WordpressPost | null>> {
  const found = await api.get('/wp/v2/posts', { slug, status: 'any', context: 'edit' }, z.array(postSchema))
  if (found.ok) return done(found.value[0] ?? null)
  // A site takes a call with a password that it no longer knows for a stranger's, and tells strangers only that they may not ask for drafts.
  if (wordpressErrorOf(found.failure) !== 'rest_invalid_param') return found
  const user = await api.get('/wp/v2/users/me', {}, z.unknown())
  return user.ok ? found : user
}

/** null when none bears the title. The right title over other words: a plug-in may have rewritten them, a person has to look. So has one that waits for its date or for an editor: nobody sees it yet. */
function findAmong(posts: readonly WordpressPost[], draft: Draft): Published | 'cannot_tell' | null {
  const title = draft.title.trim()
  const titled = posts.filter((post) => (post.title?.raw ?? title).trim() === title)
  const alike = titled.filter((post) => post.title?.raw !== undefined && isSameContent(post, draft))
  const same = alike.find(isOut) ?? alike[0]
  if (same !== undefined) return isOut(same) ? publishedOf(same) : 'cannot_tell'
  return titled.length > 0 && title !== '' ? 'cannot_tell' : null
}

/** What the account has published, and what waits there for its time or for an editor. */
export async function listLastPosts(api: Pick<WordpressApi, 'get'>, { account }: Pick<AccountSession, 'account'>): Promise<NetworkResult<readonly LastPost[]>> {
  const query = { author: account.remoteId, status: 'publish,future,private,pending', orderby: 'modified', order: 'desc', per_page: lastOnes, page: 1, context: 'edit' }
  return mapValue(await api.get('/wp/v2/posts', query, z.array(postSchema)), (posts) =>
    posts.map((post) => ({ ...publishedOf(post), text: textOf(post), publishedAt: instantOf(timeOfGmt(post.date_gmt ?? '')), ...(isOut(post) ? {} : { notOut: { dueAt: post.status === 'future' ? instantOf(timeOfGmt(post.date_gmt ?? '')) : null } }) }))
  )
}

/** A private one is out for those whom it is for. */
function isOut({ status }: WordpressPost): boolean {
  return status === 'publish' || status === 'private'
}

/** As a person reads it. */
export function textOf({ title, content }: WordpressPost): string {
  return [htmlToText(title?.rendered ?? title?.raw ?? ''), htmlToText(content?.rendered ?? content?.raw ?? '')].filter((text) => text !== '').join('\n\n')
}

interface RecentPosts {
  readonly posts: readonly WordpressPost[]
  /** All since then are among them. */
  readonly isComplete: boolean
}

async function readRecent(api: WordpressApi, author: string, look: LookFor): Promise<NetworkResult<RecentPosts>> {
  const posts: WordpressPost[] = []
  for (let page = 1; page <= mostPages; page += 1) {
    const read = await readPage(api, author, page, look)
    if (!read.ok) return read
    posts.push(...read.value.recent)
    if (read.value.isLast) return done({ posts, isComplete: true })
  }
  return done({ posts, isComplete: false })
}

async function readPage(api: WordpressApi, author: string, page: number, look: LookFor): Promise<NetworkResult<{ recent: readonly WordpressPost[]; isLast: boolean }>> {
  const query = { author, status: 'publish,future,private,pending', orderby: 'modified', order: 'desc', per_page: pageSize, page, context: 'edit' }
  const answered = await api.getAnswer('/wp/v2/posts', query)
  // Past the last page, when the one before was just full.
  if (!answered.ok) return page > 1 && wordpressErrorOf(answered.failure) === 'rest_post_invalid_page_number' ? done({ recent: [], isLast: true }) : answered
  const posts = z.array(postSchema).safeParse(answered.value.json)
  if (!posts.success) return failed('bug', studioError('unexpected_answer', 'the list of posts has another shape'))
  const since = earliestOf(look, answered.value.response, look.now)
  const recent = posts.data.filter(({ modified_gmt }) => modified_gmt === undefined || modified_gmt === null || !(timeOfGmt(modified_gmt) < since))
  return done({ recent, isLast: recent.length < posts.data.length || posts.data.length < pageSize })
}

/** The same words, whatever a plug-in made of the markup. */
export function isSameContent({ content }: WordpressPost, draft: Draft): boolean {
  return wordsOf(content?.raw ?? content?.rendered ?? '') === wordsOf(documentToBlocks(draft.document, []))
}

function wordsOf(html: string): string {
  return htmlToText(html, { addresses: 'left_out' }).replaceAll(/\s+/gu, ' ').trim()
}
