import { z } from 'zod'
import type { IncomingItem } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import type { WordpressApi } from './wordpress-api.ts'
import type { WordpressComment } from './wordpress-schemas.ts'

const placedSchema = z.looseObject({ post: z.number() })
const statusSchema = z.looseObject({ id: z.number(), comment_status: z.string().optional().catch(undefined) })

/**
 * Closes the article under which a comment stands to comments, or opens it: `comment_status`, https://developer.wordpress.org/rest-api/reference/posts/#update-a-post (read on 2026-11-23).
 * Looked at first: what somebody did on the site meanwhile is done.
 */
export async function lockOnWordpress(api: WordpressApi, commentId: string, isLocked: boolean): Promise<NetworkResult<null>> {
  const comment = await api.get(`/wp/v2/comments/${commentId}`, {}, placedSchema)
  if (!comment.ok) return comment
  const post = await api.get(`/wp/v2/posts/${comment.value.post}`, { context: 'edit' }, statusSchema)
  if (!post.ok) return post
  const wanted = isLocked ? 'closed' : 'open'
  return post.value.comment_status === wanted ? done(null) : mapValue(await api.post(`/wp/v2/posts/${comment.value.post}`, { comment_status: wanted }, z.unknown(), 'visible'), () => null)
}

/** How the articles of these comments stand, by number; pages are none of them. Only whoever moderates is told, and whoever is not loses nothing else by it. */
export async function readLocks(api: WordpressApi, comments: readonly WordpressComment[]): Promise<NetworkResult<ReadonlyMap<number, NonNullable<IncomingItem['lock']>>>> {
  const ids = [...new Set(comments.map(({ post }) => post))]
  if (ids.length === 0) return done(new Map())
  const posts = await api.get('/wp/v2/posts', { include: ids.join(','), per_page: ids.length, context: 'edit', _fields: 'id,comment_status' }, z.array(statusSchema))
  if (!posts.ok) return posts.failure.kind === 'rejected' ? done(new Map()) : posts
  return done(new Map(posts.value.flatMap(({ id, comment_status: status }) => (status === undefined ? [] : [[id, { place: `post:${id}`, isLocked: status !== 'open' }] as const]))))
}
