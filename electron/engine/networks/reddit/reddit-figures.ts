import { z } from 'zod'
import { countsOf, type PostFigures } from '../../../../shared/figures/figures.ts'
import type { FiguresReader } from '../network-adapter.ts'
import { done, mapValue } from '../network-results.ts'
import { withRedditApi } from './reddit-api.ts'
import type { RedditOptions } from './reddit-options.ts'
import { asThing } from './reddit-place.ts'
import { listingSchema, readEach } from './reddit-schemas.ts'

const count = z.number().nullish().catch(null)
/** https://github.com/reddit-archive/reddit/wiki/JSON (read on 2026-11-22). What was deleted still answers, as nobody's. A score below nothing is no count of votes. */
const countedSchema = z.looseObject({ kind: z.string(), data: z.looseObject({ author: z.string().nullish().catch(null), score: count, num_comments: count, removed_by_category: z.string().nullish().catch(null) }) })
const placeSchema = z.looseObject({ data: z.looseObject({ subscribers: count }) })

/** Votes and comments of a post; the members of its community. Views are shown to its author alone, in Reddit itself. */
export function createRedditFigures(options: RedditOptions): FiguresReader {
  return {
    ofPost: (session, remoteId) =>
      withRedditApi<PostFigures | 'gone'>(options, session, async (api) => {
        const thing = asThing(remoteId)
        if (!thing.ok) return thing
        const read = await api.get('/api/info', { id: thing.value }, listingSchema)
        if (!read.ok) return read
        const [told] = readEach(read.value.data.children, countedSchema)
        if (told === undefined || told.author === '[deleted]' || (told.removed_by_category ?? null) !== null) return done('gone')
        return done(countsOf({ likes: told.score === null || told.score === undefined ? null : Math.max(0, told.score), replies: told.num_comments }))
      }),
    ofAccount: (session) =>
      withRedditApi(options, session, async (api) => mapValue(await api.get(`/r/${api.place.community}/about`, {}, placeSchema), ({ data: { subscribers } }) => countsOf({ followers: subscribers })))
  }
}
