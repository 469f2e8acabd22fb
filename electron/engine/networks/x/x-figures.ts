import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { countsOf } from '../../../../shared/figures/figures.ts'
import type { FiguresReader } from '../network-adapter.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { asXId, openXApi } from './x-api.ts'
import type { XOptions } from './x-options.ts'
import { readNewest } from './x-newest.ts'
import { xPageSchema, xPostSchema } from './x-schemas.ts'
import { readEach } from '../read-each.ts'

const count = z.number().nullish().catch(null)
/** `repost_count` is what the description calls it; servers have long said `retweet_count`. */
const postCountsSchema = z.looseObject({ impression_count: count, like_count: count, repost_count: count, retweet_count: count, quote_count: count, reply_count: count, bookmark_count: count })
const userCountsSchema = z.looseObject({ data: z.looseObject({ public_metrics: z.looseObject({ followers_count: count, post_count: count, tweet_count: count }) }) })

type PostCounts = z.infer<typeof postCountsSchema>

/**
 * Each reading of one's own is paid for: https://docs.x.com/x-api/getting-started/pricing (read on 2026-11-21). Of a post that was changed each version counts what was done while it was the one that
 * stood there (https://docs.x.com/x-api/fundamentals/edit-posts, read on 2026-11-23), so all of them are read, and added up.
 */
export function createXFigures(options: XOptions): FiguresReader {
  return {
    async ofPost(session, remoteId) {
      const id = asXId(remoteId)
      const api = openXApi(options, session)
      if (!id.ok) return id
      if (!api.ok) return api
      const read = await readNewest(api.value, id.value, ['public_metrics'])
      if (!read.ok) return read
      if (read.value === 'gone') return done('gone')
      const { post, before } = read.value
      const earlier = before.length === 0 ? done([]) : mapValue(await api.value.get('/2/tweets', { ids: before, 'post.fields': ['public_metrics'] }, xPageSchema), ({ data }) => readEach(data, xPostSchema))
      if (!earlier.ok) return earlier
      const counts = [post, ...earlier.value].map(({ public_metrics: told }) => postCountsSchema.safeParse(told).data)
      if (counts[0] === undefined) return failed('bug', studioError('unexpected_answer', 'a post without its counts'))
      return done(allOf(counts.filter((each) => each !== undefined)))
    },
    async ofAccount(session) {
      const api = openXApi(options, session)
      if (!api.ok) return api
      const read = await api.value.get('/2/users/me', { 'user.fields': ['public_metrics'] }, userCountsSchema)
      return mapValue(read, ({ data: { public_metrics: counts } }) => countsOf({ followers: counts.followers_count, posts: counts.post_count ?? counts.tweet_count }))
    }
  }
}

/** What none of them tells is left out. */
function allOf(counts: readonly PostCounts[]): ReturnType<typeof countsOf> {
  const sum = (told: (each: PostCounts) => number | null | undefined): number | null => {
    const numbers = counts.flatMap((each) => told(each) ?? [])
    return numbers.length === 0 ? null : numbers.reduce((all, number) => all + number, 0)
  }
  return countsOf({
    views: sum(({ impression_count }) => impression_count), likes: sum(({ like_count }) => like_count), reposts: sum(({ repost_count, retweet_count }) => repost_count ?? retweet_count),
    quotes: sum(({ quote_count }) => quote_count), replies: sum(({ reply_count }) => reply_count), saves: sum(({ bookmark_count }) => bookmark_count)
  })
}
