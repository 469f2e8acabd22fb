import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { countsOf } from '../../../../shared/figures/figures.ts'
import type { FiguresReader } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, isNotThere, mapValue } from '../network-results.ts'
import { openWordpressApi, type Query, type WordpressApi } from './wordpress-api.ts'
import type { WordpressOptions } from './wordpress-options.ts'

const statusSchema = z.looseObject({ status: z.string().optional() })

/** A site counts comments and articles; visitors are counted by plug-ins, each in its own way. */
export function createWordpressFigures(options: WordpressOptions): FiguresReader {
  return {
    async ofPost(session, remoteId) {
      const api = openWordpressApi(options, session)
      if (!api.ok) return api
      const [, id] = /^post:(\d+)$/.exec(remoteId) ?? []
      if (id === undefined) return failed('rejected', studioError('rejected', 'this is no article'))
      const post = await api.value.get(`/wp/v2/posts/${id}`, { context: 'edit' }, statusSchema)
      if (!post.ok) return isNotThere(post.failure) ? done('gone') : post
      if (post.value.status === 'trash') return done('gone')
      return mapValue(await totalOf(api.value, '/wp/v2/comments', { post: id, status: 'approve' }), (replies) => countsOf({ replies }))
    },
    async ofAccount(session) {
      const api = openWordpressApi(options, session)
      if (!api.ok) return api
      return mapValue(await totalOf(api.value, '/wp/v2/posts', { author: session.account.remoteId, status: 'publish' }), (posts) => countsOf({ posts }))
    }
  }
}

/** Lists tell how long they are: https://developer.wordpress.org/rest-api/using-the-rest-api/pagination/ (read on 2026-11-21). */
async function totalOf(api: WordpressApi, path: string, query: Query): Promise<NetworkResult<number | null>> {
  const answered = await api.getAnswer(path, { ...query, per_page: 1, page: 1 })
  if (!answered.ok) return answered
  const total = answered.value.response.headers['x-wp-total'] ?? ''
  return done(/^\d+$/.test(total) ? Number(total) : null)
}
