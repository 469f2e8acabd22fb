import { z } from 'zod'
import { countsOf, type PostFigures } from '../../../../shared/figures/figures.ts'
import { countIn, readInsights, type Insights } from '../meta/insights.ts'
import { isNotFound } from '../meta/meta-failures.ts'
import type { FiguresReader } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import { asFacebookId, withFacebookApi, type FacebookApi } from './facebook-api.ts'
import type { FacebookOptions } from './facebook-options.ts'

const summed = z.looseObject({ summary: z.looseObject({ total_count: z.number() }) }).nullish().catch(null)
/** https://developers.facebook.com/docs/graph-api/reference/page-post (read on 2026-11-21). `shares` is left out while there are none. */
const postCountsSchema = z.looseObject({ reactions: summed, comments: summed, shares: z.looseObject({ count: z.number() }).nullish().catch(null) })
const pageCountsSchema = z.looseObject({ followers_count: z.number().nullish().catch(null) })

/**
 * https://developers.facebook.com/docs/graph-api/reference/insights (read on 2026-11-23): what is left since impressions ended on 2026-06-15. Pages that fewer than a hundred people like are told
 * nothing, and a day may pass before a post is counted.
 */
const metricsOfPost = { views: 'post_media_view', reach: 'post_total_media_view_unique' } as const
const metricsOfPage = { views: 'page_media_view', reach: 'page_total_media_view_unique' } as const

/** What everybody sees under the post, and views and reach, which want a right of their own: a login of before it was asked for goes without. */
export function createFacebookFigures(options: FacebookOptions): FiguresReader {
  return {
    ofPost: (session, remoteId) =>
      withFacebookApi<PostFigures | 'gone'>(options, session, async (api) => {
        const id = asFacebookId(remoteId)
        if (!id.ok) return id
        const read = await api.get(`/${id.value}`, { fields: 'reactions.limit(0).summary(true),comments.limit(0).summary(true),shares' }, postCountsSchema)
        if (!read.ok) return isNotFound(read.failure) ? done('gone') : read
        const { reactions, comments, shares } = read.value
        const seen = await readSeen(api, session, `/${id.value}/insights`, Object.values(metricsOfPost), 'lifetime')
        return mapValue(seen, (insights) =>
          countsOf({ views: countIn(insights, metricsOfPost.views), reach: countIn(insights, metricsOfPost.reach), likes: reactions?.summary.total_count, reposts: shares?.count ?? 0, replies: comments?.summary.total_count })
        )
      }),
    ofAccount: (session) =>
      withFacebookApi(options, session, async (api) => {
        const page = await api.get(`/${session.account.remoteId}`, { fields: 'followers_count' }, pageCountsSchema)
        if (!page.ok) return page
        const seen = await readSeen(api, session, `/${session.account.remoteId}/insights`, Object.values(metricsOfPage), 'days_28')
        return mapValue(seen, (insights) => countsOf({ followers: page.value.followers_count, views: countIn(insights, metricsOfPage.views), reach: countIn(insights, metricsOfPage.reach) }))
      })
  }
}

async function readSeen(api: FacebookApi, { account }: AccountSession, path: string, metrics: readonly string[], period: 'lifetime' | 'days_28'): Promise<NetworkResult<Insights>> {
  return account.lacksRights?.includes('read_insights') === true ? done({ data: [] }) : readInsights(api, path, metrics, { period })
}
