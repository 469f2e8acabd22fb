import { z } from 'zod'
import { countsOf, type PostFigures } from '../../../../shared/figures/figures.ts'
import type { FiguresReader } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, isNotThere, mapValue } from '../network-results.ts'
import { withLinkedinApi, type LinkedinApi } from './linkedin-api.ts'
import type { LinkedinOptions } from './linkedin-options.ts'
import { encodeUrn, readLinkedinUrn } from './linkedin-urn.ts'

const count = z.number().nullish().catch(null)
/** https://learn.microsoft.com/linkedin/marketing/community-management/shares/network-update-social-actions (read on 2026-11-22). */
const actionsSchema = z.looseObject({
  likesSummary: z.looseObject({ totalLikes: count, aggregatedTotalLikes: count }).nullish().catch(null),
  commentsSummary: z.looseObject({ aggregatedTotalComments: count }).nullish().catch(null)
})
/** https://learn.microsoft.com/linkedin/marketing/community-management/organizations/share-statistics (read on 2026-11-22). Nobody's figures are no element. */
const statisticsSchema = z.looseObject({ elements: z.array(z.looseObject({ totalShareStatistics: z.looseObject({ impressionCount: count, shareCount: count }).nullish().catch(null) })) })
/** https://learn.microsoft.com/linkedin/marketing/community-management/organizations/organization-lookup-api, “Retrieve organization follower count” (read on 2026-11-22). */
const sizeSchema = z.looseObject({ firstDegreeSize: count })

/** A page's posts and followers; of a member LinkedIn tells programs nothing. */
export function createLinkedinFigures(options: LinkedinOptions): FiguresReader {
  return {
    ofPost: (session, remoteId) =>
      withLinkedinApi<PostFigures | 'gone'>(options, session, async (api) => {
        const place = readLinkedinUrn(remoteId)
        if (!place.ok) return place
        const actions = await api.get(`/rest/socialActions/${encodeUrn(remoteId)}`, {}, actionsSchema)
        if (!actions.ok) return isNotThere(actions.failure) ? done('gone') : actions
        const seen = await statisticsOf(api, remoteId)
        if (!seen.ok) return seen
        const { likesSummary: likes, commentsSummary: comments } = actions.value
        return done(countsOf({ views: seen.value?.impressionCount, likes: likes?.aggregatedTotalLikes ?? likes?.totalLikes, reposts: seen.value?.shareCount, replies: comments?.aggregatedTotalComments }))
      }),
    ofAccount: (session) =>
      withLinkedinApi(options, session, async (api) =>
        mapValue(await api.get(`/rest/networkSizes/${encodeUrn(api.author)}`, { edgeType: 'COMPANY_FOLLOWED_BY_MEMBER' }, sizeSchema), ({ firstDegreeSize }) => countsOf({ followers: firstDegreeSize }))
      )
  }
}

type Statistics = NonNullable<z.infer<typeof statisticsSchema>['elements'][number]['totalShareStatistics']>

/** Rest.li writes a list into the address as it is, with only its entries encoded. null: nobody has seen it yet, or it goes by a name that is not counted. */
async function statisticsOf(api: LinkedinApi, urn: string): Promise<NetworkResult<Statistics | null>> {
  const kind = /^urn:li:(share|ugcPost):/.exec(urn)?.[1]
  if (kind === undefined) return done(null)
  const asked = `q=organizationalEntity&organizationalEntity=${encodeUrn(api.author)}&${kind}s=List(${encodeUrn(urn)})`
  return mapValue(await api.get(`/rest/organizationalEntityShareStatistics?${asked}`, {}, statisticsSchema), ({ elements: [first] }) => first?.totalShareStatistics ?? { impressionCount: 0, shareCount: 0 })
}
