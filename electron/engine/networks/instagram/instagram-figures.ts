import { z } from 'zod'
import { countsOf, type PostFigures } from '../../../../shared/figures/figures.ts'
import { graphVersion } from '../meta/graph-version.ts'
import { asMetaId } from '../meta/media-container.ts'
import { isNotFound } from '../meta/meta-failures.ts'
import { openMetaUser } from '../meta/user-secret.ts'
import type { GraphCalls } from '../meta/graph-calls.ts'
import type { FiguresReader } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import type { InstagramOptions } from './instagram-options.ts'

const count = z.number().nullish().catch(null)
/** https://developers.facebook.com/docs/instagram-platform/reference/instagram-media (read on 2026-11-22). Likes are left out where the owner hides them. */
const postCountsSchema = z.looseObject({ like_count: count, comments_count: count })
const accountCountsSchema = z.looseObject({ followers_count: count, media_count: count })

/** https://developers.facebook.com/docs/instagram-platform/reference/instagram-media/insights (read on 2026-11-23): each metric by itself; what is not counted (yet) is left out. */
const insightsSchema = z.looseObject({ data: z.array(z.looseObject({ name: z.string(), values: z.array(z.looseObject({ value: count })).nullish().catch(null) })) })
type Insights = z.infer<typeof insightsSchema>
/** A story is not kept: one metric that a post does not have fails the whole call. */
const metricsOfPost = ['views,saved,shares', 'views,shares'] as const

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
      const told = await readInsights(graph.value, id.value)
      return mapValue(told, (insights) => countsOf({ views: countIn(insights, 'views'), likes, reposts: countIn(insights, 'shares'), replies, saves: countIn(insights, 'saved') }))
    },
    async ofAccount(session) {
      const graph = openMetaUser(options, graphVersion.name, session)
      if (!graph.ok) return graph
      return mapValue(await graph.value.get('/me', { fields: 'followers_count,media_count' }, accountCountsSchema), ({ followers_count, media_count }) => countsOf({ followers: followers_count, posts: media_count }))
    }
  }
}

/** Empty where Instagram refuses: the rights, the kind of post, too few who saw it. */
async function readInsights(graph: GraphCalls, id: string): Promise<NetworkResult<Insights>> {
  for (const metric of metricsOfPost) {
    const read = await graph.get(`/${id}/insights`, { metric }, insightsSchema)
    if (read.ok || read.failure.kind !== 'rejected') return read
    if (read.failure.error.details?.['status'] === 403) break
  }
  return done({ data: [] })
}

function countIn({ data }: Insights, asked: string): number | null {
  return data.find(({ name }) => name === asked)?.values?.at(-1)?.value ?? null
}
