import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { DiscourseApi } from './discourse-api.ts'
import { statusOf } from './discourse-failures.ts'
import { isOurs } from './discourse-find.ts'
import { postSchema, type DiscoursePost } from './discourse-schemas.ts'

/**
 * A moderator's deletion: others no longer see the post, moderators do and can bring it back. https://docs.discourse.org/#tag/Posts/operation/deletePost, and `recover` in
 * https://github.com/discourse/discourse/blob/main/app/controllers/posts_controller.rb (read on 2026-11-23). What the author took back is left as it is.
 */
export async function hideOnDiscourse(api: DiscourseApi, remoteId: string, isHidden: boolean): Promise<NetworkResult<null>> {
  const read = await api.get(`/posts/${remoteId}.json`, postSchema)
  // Gone for everybody, and so hidden.
  if (!read.ok) return isHidden && statusOf(read.failure) === 404 ? done(null) : read
  const post = read.value
  if (isOurs(api, post) || post.post_number === 1) return failed('rejected', studioError('rejected', 'moderators hide answers of others here, and no topic'))
  if (isDeletedByModerator(post) === isHidden || post.user_deleted === true) return done(null)
  if (isHidden) return api.delete(`/posts/${remoteId}.json`)
  return mapValue(await api.put(`/posts/${remoteId}/recover.json`, {}, postSchema), () => null)
}

/** Whether the forum says that this account may: an answer by somebody else that it could delete. */
export function mayHide(api: DiscourseApi, post: DiscoursePost): boolean {
  return post.can_delete === true && post.post_number > 1 && !isOurs(api, post)
}

function isDeletedByModerator({ deleted_at: at }: DiscoursePost): boolean {
  return typeof at === 'string' && at !== ''
}
