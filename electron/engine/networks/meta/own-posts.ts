import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { ApiAnswer } from '../api-call.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { GraphCalls } from './graph-calls.ts'
import { endsUnseen, graphListSchema, type GraphList } from './graph-lists.ts'
import { earliestOf, untoldSkew } from '../server-clock.ts'

/** One of the account's own posts, as any of Meta's networks lists it. */
export interface OwnPost extends Published {
  /** null: none, or they are not told. */
  readonly text: string | null
  readonly publishedAt: number | null
  readonly pictures: number
  /** What it answers; null: nothing, or not told. */
  readonly answers: string | null
}

export interface OwnPostsLook<Post extends OwnPost = OwnPost> {
  readonly graph: GraphCalls
  readonly path: string
  readonly query: Readonly<Record<string, string | number | null>>
  readonly intent: Pick<SentIntent, 'sentAt' | 'since' | 'isAnothers'>
  readonly now: number
  /** null: not understood. */
  read(entry: unknown): Post | null
  /** What the words of a post have to be; of one without any that is it else, nobody can tell. Left out: no words tell it. */
  readonly words?: string
  isIt(post: Post): boolean
}

export const ownPostsPage = 50
const mostPages = 10
/** Lists show a post a little later than it is taken. */
const settled = 60_000

/** Looks through what the account published since the attempt began. */
export async function lookThroughOwn<Post extends OwnPost>({ graph, path, query, intent, now, read, words = '', isIt }: OwnPostsLook<Post>): Promise<NetworkResult<Post | 'none' | 'cannot_tell'>> {
  let after: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answered = await graph.getAnswer(path, { ...query, limit: ownPostsPage, after })
    if (!answered.ok) return answered
    const page = readPage(answered.value, read)
    // A list that is not understood must not pass for an empty one: that would say "not there, send again".
    if (page === null) return failed('bug', studioError('unexpected_answer', 'the list of what was published has another shape'))
    const since = earliestOf(intent, answered.value.response, now)
    const seen = seeAmong(page.posts.filter((post) => intent.isAnothers?.(post.remoteId) !== true), { since, words, isIt })
    if (seen !== null) return done(seen)
    const isThrough = page.posts.length > 0 && page.posts.slice(-1).every(({ publishedAt }) => publishedAt !== null && publishedAt < since - untoldSkew)
    if (!isThrough && endsUnseen(page.list)) return done('cannot_tell')
    after = isThrough ? null : placeAfter(page.list)
    if (after === null) return done(now - intent.sentAt < settled ? 'cannot_tell' : 'none')
  }
  return done('cannot_tell')
}

/** null: none of them is it. */
function seeAmong<Post extends OwnPost>(unknown: readonly Post[], { since, words, isIt }: Required<Pick<OwnPostsLook<Post>, 'words' | 'isIt'>> & { readonly since: number }): Post | 'cannot_tell' | null {
  const found = unknown.find((post) => isIt(post) && isSince(post, since))
  if (found !== undefined) return found
  // It may be this one, and nothing says when it was made, or what it says: networks leave the words out of a post that has none.
  return unknown.some((post) => !isBefore(post, since) && isIt({ ...post, text: post.text ?? words })) ? 'cannot_tell' : null
}

function isBefore({ publishedAt }: OwnPost, since: number): boolean {
  return publishedAt !== null && publishedAt < since
}

function isSince({ publishedAt }: OwnPost, since: number): boolean {
  return publishedAt !== null && publishedAt >= since
}

function readPage<Post extends OwnPost>({ json }: ApiAnswer, read: (entry: unknown) => Post | null): { readonly list: GraphList; readonly posts: readonly Post[] } | null {
  const list = graphListSchema.safeParse(json)
  if (!list.success) return null
  const posts = list.data.data.map((entry) => read(entry)).filter((post) => post !== null)
  return posts.length === list.data.data.length ? { list: list.data, posts } : null
}

/** Where a list goes on, also of one that gives no address of its next page: then a page that is full. */
export function placeAfter({ data, paging }: GraphList, full = ownPostsPage): string | null {
  const after = paging?.cursors?.after ?? null
  return paging?.next !== undefined || data.length >= full ? after : null
}
