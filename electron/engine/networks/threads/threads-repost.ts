import { studioError } from '../../../../shared/errors/studio-error.ts'
import { createNewestEntries } from '../../newest-entries.ts'
import type { GraphCalls } from '../meta/graph-calls.ts'
import { graphListSchema } from '../meta/graph-lists.ts'
import { asMetaId, createdSchema } from '../meta/media-container.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { ActTarget } from '../network-publisher.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import { isRepost, threadsPostSchema } from './threads-schemas.ts'

/** Among so many of the account's newest posts a repost is looked for: one whose answer was lost is of minutes ago. */
const newestLookedAt = 50
/** Lists show a repost a little later than it is made. */
const settledMs = 60_000
/** Of so many posts the last call is remembered. */
const mostRemembered = 200
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
      const isThere = await isReposted(graph, account.remoteId, id.value)
      if (!isThere.ok) return isThere
      if (isThere.value) {
        calls.note(key, never)
        return done(null)
      }
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

async function isReposted(graph: GraphCalls, accountId: string, postId: string): Promise<NetworkResult<boolean>> {
  const listed = await graph.get(`/${accountId}/threads`, { fields: 'id,media_type,reposted_post', limit: newestLookedAt }, graphListSchema)
  if (!listed.ok) return listed
  const posts = listed.value.data.map((entry) => threadsPostSchema.safeParse(entry))
  // A list that is not understood must not pass for one without it: that would make a second one.
  if (posts.some(({ success, data }) => !success || (isRepost(data) && data.reposted_post === undefined))) return failed('bug', studioError('unexpected_answer', 'the list of what was published has another shape'))
  return done(posts.some(({ data }) => data?.reposted_post?.id === postId))
}
