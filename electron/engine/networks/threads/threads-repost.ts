import { studioError } from '../../../../shared/errors/studio-error.ts'
import { createNewestEntries } from '../../newest-entries.ts'
import type { GraphCalls } from '../meta/graph-calls.ts'
import { graphListSchema } from '../meta/graph-lists.ts'
import { timeOf } from '../meta/graph-values.ts'
import { asMetaId, createdSchema } from '../meta/media-container.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { ActTarget } from '../network-publisher.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import { isRepost, threadsPostSchema, type ThreadsPost } from './threads-schemas.ts'
import { readEach } from '../read-each.ts'

/** Among so many of the account's newest posts a repost is looked for: one whose answer was lost is of minutes ago. */
const newestLookedAt = 50
/** Lists show a repost a little later than it is made. */
const settledMs = 60_000
/** Of so many posts the last call is remembered. */
const mostRemembered = 200
/** Of so many reposts that the list does not tell, each is asked by itself. */
const mostAskedAlone = 5
const never = Number.NEGATIVE_INFINITY

type Repost = Pick<ActTarget, 'remoteId' | 'keepBegun' | 'begunBefore'>

export interface ThreadsReposts {
  repost(graph: GraphCalls, session: AccountSession, target: Repost): Promise<NetworkResult<null>>
}

/**
 * https://developers.facebook.com/documentation/threads/posts/reposts (read on 2026-11-23). The call takes no key, and nothing says what a second one does: the account's own posts are looked
 * through first, and a call whose end is not known is not made again before a look could have shown what came of it. How a repost is taken back, no page says.
 */
export function createThreadsReposts(clock: { now(): number }): ThreadsReposts {
  /** When the last call was made of which nobody knows the end, by account and post: ms since the epoch; `never`: of the last one it is known. */
  const calls = createNewestEntries<number>(mostRemembered)
  return {
    async repost(graph, { account }, { remoteId, keepBegun, begunBefore }) {
      const id = asMetaId(remoteId)
      if (!id.ok) return id
      const key = `${account.id} ${id.value}`
      const calledAt = calls.of(key) ?? momentIn(begunBefore)
      // Over a crash in this attempt, too.
      if (calledAt !== never) keepBegun?.(String(calledAt))
      const found = await look(graph, { accountId: account.remoteId, postId: id.value, calledAt })
      if (!found.ok) return found
      if (found.value === 'there') {
        calls.note(key, never)
        return done(null)
      }
      if (found.value === 'unknown') return failed('unknown_outcome', studioError('server_error', 'a repost is there, and Threads does not say of which post'))
      const now = clock.now()
      if (now - calledAt < settledMs) return failed('server_error', studioError('server_error', 'too soon to say whether it was reposted', { retryable: true }))
      keepBegun?.(String(now))
      calls.note(key, now)
      const made = await graph.create(`/${id.value}/repost`, {}, createdSchema)
      if (made.ok || made.failure.kind !== 'unknown_outcome') calls.note(key, never)
      return mapValue(made, () => null)
    }
  }
}

/** What an attempt before kept of its call. */
function momentIn(begun: string | undefined): number {
  const moment = begun === undefined || begun === '' ? Number.NaN : Number(begun)
  return Number.isFinite(moment) ? moment : never
}

/** `unknown`: a repost stands there that may be what came of the call at `calledAt`, and Threads does not say of what. */
type Found = 'there' | 'not_there' | 'unknown'

interface Sought {
  readonly accountId: string
  readonly postId: string
  readonly calledAt: number
}

async function look(graph: GraphCalls, { accountId, postId, calledAt }: Sought): Promise<NetworkResult<Found>> {
  const listed = await graph.get(`/${accountId}/threads`, { fields: 'id,media_type,reposted_post,timestamp', limit: newestLookedAt }, graphListSchema)
  if (!listed.ok) return listed
  const posts = readEach(listed.value.data, threadsPostSchema)
  // A list that is not understood must not pass for one without it: that would make a second one.
  if (posts.length < listed.value.data.length) return failed('bug', studioError('unexpected_answer', 'the list of what was published has another shape'))
  if (posts.some(({ reposted_post: of }) => of?.id === postId)) return done('there')
  const untold = posts.filter((post) => isRepost(post) && post.reposted_post === undefined)
  return lookAtEach(graph, untold, { postId, calledAt })
}

/** Of what the list does not tell, each is asked by itself, as the page of reposts has it. One that is not told there either is no reason to keep the account from reposting anything else. */
async function lookAtEach(graph: GraphCalls, untold: readonly ThreadsPost[], { postId, calledAt }: Pick<Sought, 'postId' | 'calledAt'>): Promise<NetworkResult<Found>> {
  let found: Found = 'not_there'
  for (const [place, { id, timestamp }] of untold.entries()) {
    const one = place < mostAskedAlone ? await graph.get(`/${id}`, { fields: 'id,media_type,reposted_post' }, threadsPostSchema) : null
    if (one !== null && !one.ok && one.failure.kind !== 'rejected') return one
    const of = one?.ok === true ? one.value.reposted_post?.id : undefined
    if (of === postId) return done('there')
    if (of === undefined && mayBeOf(calledAt, timestamp)) found = 'unknown'
  }
  return done(found)
}

/** No earlier than that call, by clocks that may be apart. */
function mayBeOf(calledAt: number, written: string | undefined): boolean {
  if (calledAt === never) return false
  const madeAt = timeOf(written)
  return madeAt === null || madeAt >= calledAt - settledMs
}
