import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { PinBoard } from '../network-pins.ts'
import { done, failed, isNotThere, mapValue } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import { openWordpressApi, type WordpressApi } from './wordpress-api.ts'
import type { WordpressOptions } from './wordpress-options.ts'

/**
 * `sticky` of an article, and the link that a site gives to whoever may set it: editors and those above them, `get_available_actions` in
 * https://github.com/WordPress/wordpress-develop/blob/trunk/src/wp-includes/rest-api/endpoints/class-wp-rest-posts-controller.php (read on 2026-11-23).
 */
const stickySchema = z.looseObject({
  status: z.string(),
  sticky: z.boolean().optional(),
  _links: z.looseObject({ 'wp:action-sticky': z.unknown().optional() }).optional().catch(undefined)
})
const writtenSchema = z.looseObject({ id: z.number() })

/** https://developer.wordpress.org/rest-api/reference/posts/#update-a-post (read on 2026-11-23): before the other articles of the blog, as many as somebody wants. */
export function createWordpressPins(options: WordpressOptions): PinBoard {
  return {
    async read(session, remoteId) {
      const article = openArticle(options, session, remoteId)
      if (!article.ok) return article
      const read = await article.value.api.get(article.value.path, { context: 'edit' }, stickySchema)
      if (!read.ok) return isNotThere(read.failure) ? done('gone') : read
      const { status, sticky, _links: links } = read.value
      if (status === 'trash') return done('gone')
      return done({ isPinned: sticky === true, hindrance: sticky === undefined || links?.['wp:action-sticky'] === undefined ? 'no_right' : null, instead: null })
    },
    async set(session, { remoteId, isPinned }) {
      const article = openArticle(options, session, remoteId)
      return article.ok ? mapValue(await article.value.api.post(article.value.path, { sticky: isPinned }, writtenSchema, 'visible'), () => null) : article
    }
  }
}

function openArticle(options: WordpressOptions, session: AccountSession, remoteId: string): NetworkResult<{ readonly api: WordpressApi; readonly path: string }> {
  const api = openWordpressApi(options, session)
  if (!api.ok) return api
  const [, id] = /^post:(\d+)$/.exec(remoteId) ?? []
  return id === undefined ? failed('rejected', studioError('rejected', 'this is no article')) : done({ api: api.value, path: `/wp/v2/posts/${id}` })
}
