import { z } from 'zod'
import { countsOf, type PostFigures } from '../../../../shared/figures/figures.ts'
import { asMetaId } from '../meta/media-container.ts'
import { isNotFound } from '../meta/meta-failures.ts'
import { openMetaUser } from '../meta/user-secret.ts'
import type { FiguresReader } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import { threadsVersion, type ThreadsOptions } from './threads-options.ts'

const value = z.looseObject({ value: z.number().nullish().catch(null) })
/** Each metric by itself; of a post in `values`, of an account as its total: https://developers.facebook.com/docs/threads/insights (read on 2026-11-22). */
const insightsSchema = z.looseObject({ data: z.array(z.looseObject({ name: z.string(), values: z.array(value).nullish().catch(null), total_value: value.nullish().catch(null) })) })
type Insights = z.infer<typeof insightsSchema>

const metricsOfPost = 'views,likes,replies,reposts,quotes'

/** Needs `threads_manage_insights`. */
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
      return mapValue(read, (insights) => countsOf({ followers: countIn(insights, 'followers_count') }))
    }
  }
}

function countIn({ data }: Insights, asked: string): number | null {
  const found = data.find(({ name }) => name === asked)
  return found?.total_value?.value ?? found?.values?.at(-1)?.value ?? null
}
