import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { countsOf } from '../../../../shared/figures/figures.ts'
import type { FiguresReader } from '../network-adapter.ts'
import { done, failed, isNotThere, mapValue } from '../network-results.ts'
import { asXId, openXApi } from './x-api.ts'
import type { XOptions } from './x-options.ts'
import { xOneSchema } from './x-schemas.ts'

const count = z.number().nullish().catch(null)
/** `repost_count` is what the description calls it; servers have long said `retweet_count`. */
const postCountsSchema = z.looseObject({ impression_count: count, like_count: count, repost_count: count, retweet_count: count, quote_count: count, reply_count: count, bookmark_count: count })
const userCountsSchema = z.looseObject({ data: z.looseObject({ public_metrics: z.looseObject({ followers_count: count, post_count: count, tweet_count: count }) }) })

/** Each reading of one's own is paid for: https://docs.x.com/x-api/getting-started/pricing (read on 2026-11-21). */
export function createXFigures(options: XOptions): FiguresReader {
  return {
    async ofPost(session, remoteId) {
      const id = asXId(remoteId)
      const api = openXApi(options, session)
      if (!id.ok) return id
      if (!api.ok) return api
      const read = await api.value.get(`/2/tweets/${id.value}`, { 'post.fields': ['public_metrics'] }, xOneSchema)
      if (!read.ok) return isNotThere(read.failure) ? done('gone') : read
      // X answers 200 with errors alone for a post that is not there.
      if (read.value.data === undefined) return done('gone')
      const counts = postCountsSchema.safeParse(read.value.data.public_metrics)
      if (!counts.success) return failed('bug', studioError('unexpected_answer', 'a post without its counts'))
      const { impression_count, like_count, repost_count, retweet_count, quote_count, reply_count, bookmark_count } = counts.data
      return done(countsOf({ views: impression_count, likes: like_count, reposts: repost_count ?? retweet_count, quotes: quote_count, replies: reply_count, saves: bookmark_count }))
    },
    async ofAccount(session) {
      const api = openXApi(options, session)
      if (!api.ok) return api
      const read = await api.value.get('/2/users/me', { 'user.fields': ['public_metrics'] }, userCountsSchema)
      return mapValue(read, ({ data: { public_metrics: counts } }) => countsOf({ followers: counts.followers_count, posts: counts.post_count ?? counts.tweet_count }))
    }
  }
}
