import { z } from 'zod'
import { countsOf, type PostFigures } from '../../../../shared/figures/figures.ts'
import { isNotFound } from '../meta/meta-failures.ts'
import type { FiguresReader } from '../network-adapter.ts'
import { done, mapValue } from '../network-results.ts'
import { asFacebookId, withFacebookApi } from './facebook-api.ts'
import type { FacebookOptions } from './facebook-options.ts'

const summed = z.looseObject({ summary: z.looseObject({ total_count: z.number() }) }).nullish().catch(null)
/** https://developers.facebook.com/docs/graph-api/reference/page-post (read on 2026-11-21). `shares` is left out while there are none. */
const postCountsSchema = z.looseObject({ reactions: summed, comments: summed, shares: z.looseObject({ count: z.number() }).nullish().catch(null) })
const pageCountsSchema = z.looseObject({ followers_count: z.number().nullish().catch(null) })

/** What everybody sees under the post. Views and reach want a permission of their own (`read_insights`), which the login does not ask for. */
export function createFacebookFigures(options: FacebookOptions): FiguresReader {
  return {
    ofPost: (session, remoteId) =>
      withFacebookApi<PostFigures | 'gone'>(options, session, async (api) => {
        const id = asFacebookId(remoteId)
        if (!id.ok) return id
        const read = await api.get(`/${id.value}`, { fields: 'reactions.limit(0).summary(true),comments.limit(0).summary(true),shares' }, postCountsSchema)
        if (!read.ok) return isNotFound(read.failure) ? done('gone') : read
        const { reactions, comments, shares } = read.value
        return done(countsOf({ likes: reactions?.summary.total_count, reposts: shares?.count ?? 0, replies: comments?.summary.total_count }))
      }),
    ofAccount: (session) =>
      withFacebookApi(options, session, async (api) =>
        mapValue(await api.get(`/${session.account.remoteId}`, { fields: 'followers_count' }, pageCountsSchema), ({ followers_count }) => countsOf({ followers: followers_count }))
      )
  }
}
