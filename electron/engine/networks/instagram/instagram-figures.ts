import { z } from 'zod'
import { countsOf, type PostFigures } from '../../../../shared/figures/figures.ts'
import { countIn, insightRange, readInsights, type Insights } from '../meta/insights.ts'
import { graphVersion } from '../meta/graph-version.ts'
import { asMetaId } from '../meta/media-container.ts'
import { isNotFound } from '../meta/meta-failures.ts'
import { openMetaUser } from '../meta/user-secret.ts'
import type { GraphCalls } from '../meta/graph-calls.ts'
import type { FiguresReader } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import type { InstagramOptions } from './instagram-options.ts'

const count = z.number().nullish().catch(null)
/** https://developers.facebook.com/docs/instagram-platform/reference/instagram-media (read on 2026-11-22). Likes are left out where the owner hides them. */
const postCountsSchema = z.looseObject({ like_count: count, comments_count: count })
const accountCountsSchema = z.looseObject({ followers_count: count, media_count: count })

/** https://developers.facebook.com/docs/instagram-platform/reference/instagram-media/insights (read on 2026-11-23). A story is not kept: then each metric is asked for by itself. */
const metricsOfPost = ['views', 'reach', 'saved', 'shares'] as const
/** https://developers.facebook.com/docs/instagram-platform/api-reference/instagram-user/insights (read on 2026-11-23). */
const metricsOfAccount = ['views', 'reach'] as const
const insightsRight = 'instagram_business_manage_insights'

/**
 * What everybody sees under the post, and, from logins that may (`instagram_business_manage_insights`), what Instagram counts for its owner alone. A login from before that was asked for, and a post
 * that too few have seen, go without.
 */
export function createInstagramFigures(options: InstagramOptions): FiguresReader {
  return {
    async ofPost(session, remoteId): Promise<NetworkResult<PostFigures | 'gone'>> {
      const graph = openMetaUser(options, graphVersion.name, session)
      const id = asMetaId(remoteId)
      if (!graph.ok) return graph
      if (!id.ok) return id
      const read = await graph.value.get(`/${id.value}`, { fields: 'like_count,comments_count' }, postCountsSchema)
      if (!read.ok) return isNotFound(read.failure) ? done('gone') : read
      const { like_count: likes, comments_count: replies } = read.value
      const told = await readSeen(graph.value, session, id.value, metricsOfPost, {})
      return mapValue(told, (insights) => countsOf({ views: countIn(insights, 'views'), reach: countIn(insights, 'reach'), likes, reposts: countIn(insights, 'shares'), replies, saves: countIn(insights, 'saved') }))
    },
    async ofAccount(session) {
      const graph = openMetaUser(options, graphVersion.name, session)
      if (!graph.ok) return graph
      const read = await graph.value.get('/me', { fields: 'followers_count,media_count' }, accountCountsSchema)
      if (!read.ok) return read
      const told = await readSeen(graph.value, session, session.account.remoteId, metricsOfAccount, { period: 'day', metric_type: 'total_value', ...insightRange(options.clock.now()) })
      return mapValue(told, (insights) => countsOf({ followers: read.value.followers_count, posts: read.value.media_count, views: countIn(insights, 'views'), reach: countIn(insights, 'reach') }))
    }
  }
}

async function readSeen(graph: GraphCalls, { account }: AccountSession, id: string, metrics: readonly string[], query: Readonly<Record<string, string | number>>): Promise<NetworkResult<Insights>> {
  return account.lacksRights?.includes(insightsRight) === true ? done({ data: [] }) : readInsights(graph, `/${id}/insights`, metrics, query)
}
