import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import type { ApiAnswer } from '../api-call.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import { done, failed } from '../network-results.ts'
import { earliestOf } from '../server-clock.ts'
import type { GoogleBusinessApi } from './google-business-api.ts'
import { hasOccasion } from './google-business-occasion.ts'
import { localPostSchema, localPostsSchema, type LocalPost } from './google-business-schemas.ts'
import { addressOf, outcomeOf } from './google-business-state.ts'
import { plainWords } from '../../../../shared/text/plain-words.ts'
import { readEach } from '../read-each.ts'

const pageSize = 100
/** No order is promised, so that all are looked through, as far as that goes. */
const mostPages = 10
/** A post may show in the list a little later than it is taken. */
const settled = 30_000

interface Page {
  readonly answer: ApiAnswer
  readonly posts: readonly LocalPost[]
  readonly next: string | null
}

/** https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts/list (read on 2026-11-23). A list that is not understood must not pass for an empty one: that would say "not there, send again". */
async function readPage(api: GoogleBusinessApi, place: string, pageToken: string | null): Promise<NetworkResult<Page>> {
  const answered = await api.getAnswer('posts', `/v4/${place}/localPosts`, { pageSize, pageToken })
  if (!answered.ok) return answered
  const list = localPostsSchema.safeParse(answered.value.json)
  const posts = list.success ? readEach(list.data.localPosts, localPostSchema) : []
  if (!list.success || posts.length < list.data.localPosts.length) return failed('bug', studioError('unexpected_answer', 'the list of posts has another shape'))
  const next = list.data.nextPageToken ?? ''
  return done({ answer: answered.value, posts, next: next === '' ? null : next })
}

/** Looks since the attempt began for what the draft says. */
export async function findOwnPost(api: GoogleBusinessApi, place: string, draft: Draft, intent: SentIntent, now: number): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  let pageToken: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const read: NetworkResult<Page> = await readPage(api, place, pageToken)
    if (!read.ok) return read
    const since = earliestOf(intent, read.value.answer.response, now)
    const alike = read.value.posts.filter((post) => intent.isAnothers?.(post.name) !== true && plainWords(post.summary ?? draft.text) === plainWords(draft.text) && hasOccasion(post, draft.framing?.occasion) && !(Date.parse(post.createTime ?? '') < since))
    const found = alike.find(({ createTime, media, summary }) => (summary !== undefined || draft.text === '') && !Number.isNaN(Date.parse(createTime ?? '')) && (media?.length ?? 0) === draft.media.length)
    if (found !== undefined) return outcomeOf(found)
    // It may be this one: nothing says when it was made, or what it says, or its photo is not there yet (no page says when it shows).
    if (alike.length > 0) return done('cannot_tell')
    pageToken = read.value.next
    if (pageToken === null) return done(now - intent.sentAt < settled ? 'cannot_tell' : 'none')
  }
  return done('cannot_tell')
}

/** The newest of the first page. */
export async function listLastPosts(api: GoogleBusinessApi, place: string): Promise<NetworkResult<readonly LastPost[]>> {
  const read = await readPage(api, place, null)
  if (!read.ok) return read
  const posts = read.value.posts.map((post) => ({ ...addressOf(post), text: post.summary ?? '', publishedAt: instantOf(Date.parse(post.createTime ?? '')) }))
  return done(posts.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0)).slice(0, lastOnes))
}
