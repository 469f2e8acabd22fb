import { countsOf, type PostFigures } from '../../../../shared/figures/figures.ts'
import { countIn, insightRange, insightsSchema, readInsights, sumIn } from '../meta/insights.ts'
import { asMetaId } from '../meta/media-container.ts'
import { isNotFound } from '../meta/meta-failures.ts'
import { openMetaUser } from '../meta/user-secret.ts'
import type { FiguresReader } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import { threadsVersion, type ThreadsOptions } from './threads-options.ts'

const metricsOfPost = 'views,likes,replies,reposts,quotes'

/** https://developers.facebook.com/documentation/threads/insights (read on 2026-11-23). Needs `threads_manage_insights`. */
export function createThreadsFigures(options: ThreadsOptions): FiguresReader {
  return {
    async ofPost(session, remoteId): Promise<NetworkResult<PostFigures | 'gone'>> {
      const graph = openMetaUser(options, threadsVersion, session)
      const id = asMetaId(remoteId)
      if (!graph.ok) return graph
      if (!id.ok) return id
      const read = await graph.value.get(`/${id.value}/insights`, { metric: metricsOfPost }, insightsSchema)
      if (!read.ok) return isNotFound(read.failure) ? done('gone') : read
      const of = (name: string): number | null => countIn(read.value, name)
      return done(countsOf({ views: of('views'), likes: of('likes'), reposts: of('reposts'), quotes: of('quotes'), replies: of('replies') }))
    },
    async ofAccount(session) {
      const graph = openMetaUser(options, threadsVersion, session)
      if (!graph.ok) return graph
      const read = await graph.value.get(`/${session.account.remoteId}/threads_insights`, { metric: 'followers_count' }, insightsSchema)
      if (!read.ok) return read
      // How often the profile was looked at, day by day. Followers take no range.
      const seen = await readInsights(graph.value, `/${session.account.remoteId}/threads_insights`, ['views'], insightRange(options.clock.now()))
      return mapValue(seen, (insights) => countsOf({ followers: countIn(read.value, 'followers_count'), views: sumIn(insights, 'views') }))
    }
  }
}
