import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { optional } from '../meta/graph-lists.ts'
import type { GraphCalls } from '../meta/graph-calls.ts'
import { asMetaId, metaId } from '../meta/media-container.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'

const placedSchema = z.looseObject({ media: optional(z.looseObject({ id: metaId })) })
const postSchema = z.looseObject({ is_comment_enabled: optional(z.boolean()) })

/**
 * Closes a post of ours to comments, or opens it, from one of its comments: `comment_enabled`, https://developers.facebook.com/docs/instagram-platform/reference/instagram-media (specs/meta/IGMedia.json; read on 2026-11-23).
 * Looked at first: what was done in Instagram meanwhile is done.
 */
export async function lockOnInstagram(graph: GraphCalls, commentId: string, isLocked: boolean): Promise<NetworkResult<null>> {
  const id = asMetaId(commentId)
  if (!id.ok) return id
  const comment = await graph.get(`/${id.value}`, { fields: 'id,media' }, placedSchema)
  if (!comment.ok) return comment
  const { media } = comment.value
  if (media === undefined) return failed('rejected', studioError('rejected', 'Instagram does not say under which post the comment stands'))
  const post = await graph.get(`/${media.id}`, { fields: 'id,is_comment_enabled' }, postSchema)
  if (!post.ok) return post
  return post.value.is_comment_enabled === !isLocked ? done(null) : graph.order('POST', `/${media.id}`, { comment_enabled: !isLocked })
}
