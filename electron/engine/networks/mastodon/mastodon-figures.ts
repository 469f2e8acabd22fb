import { z } from 'zod'
import { countsOf } from '../../../../shared/figures/figures.ts'
import type { FiguresReader } from '../network-adapter.ts'
import { done, isNotThere, mapValue } from '../network-results.ts'
import { openMastodonApi } from './mastodon-api.ts'
import type { MastodonOptions } from './mastodon-options.ts'

const count = z.number().nullish().catch(null)
/** https://docs.joinmastodon.org/entities/Status/ and /Account/ (read on 2026-11-21); quotes since 4.5. */
const statusCountsSchema = z.looseObject({ favourites_count: count, reblogs_count: count, quotes_count: count, replies_count: count })
const accountCountsSchema = z.looseObject({ followers_count: count, statuses_count: count })

/** Mastodon counts no views. */
export function createMastodonFigures(options: MastodonOptions): FiguresReader {
  return {
    async ofPost(session, remoteId) {
      const api = openMastodonApi(options, session)
      if (!api.ok) return api
      const read = await api.value.get(`/api/v1/statuses/${encodeURIComponent(remoteId)}`, {}, statusCountsSchema)
      if (!read.ok) return isNotThere(read.failure) ? done('gone') : read
      const { favourites_count, reblogs_count, quotes_count, replies_count } = read.value
      return done(countsOf({ likes: favourites_count, reposts: reblogs_count, quotes: quotes_count, replies: replies_count }))
    },
    async ofAccount(session) {
      const api = openMastodonApi(options, session)
      if (!api.ok) return api
      const read = await api.value.get('/api/v1/accounts/verify_credentials', {}, accountCountsSchema)
      return mapValue(read, ({ followers_count, statuses_count }) => countsOf({ followers: followers_count, posts: statuses_count }))
    }
  }
}
