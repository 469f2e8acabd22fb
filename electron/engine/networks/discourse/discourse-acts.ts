import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Act } from '../../../../shared/networks/acts.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { DiscourseApi } from './discourse-api.ts'
import { statusOf } from './discourse-failures.ts'
import { isDeleted, isLiked, postSchema } from './discourse-schemas.ts'

const like = 2

/** Deletes a post of ours; the first of a topic takes the topic with it: https://docs.discourse.org/#tag/Posts/operation/deletePost (read on 2026-11-21). */
export async function actOnDiscourse(api: DiscourseApi, { act, remoteId }: { readonly act: Act; readonly remoteId: string }): Promise<NetworkResult<null>> {
  if (act !== 'delete') return failed('rejected', studioError('rejected', `Discourse has no ${act} here`))
  if (!/^\d+$/.test(remoteId)) return failed('rejected', studioError('rejected', 'this is no post'))
  const deleted = await api.delete(`/posts/${remoteId}.json`)
  if (deleted.ok || ![403, 404].includes(Number(statusOf(deleted.failure)))) return deleted
  const there = await api.get(`/posts/${remoteId}.json`, postSchema)
  const isGone = there.ok ? isDeleted(there.value) : statusOf(there.failure) === 404
  return isGone ? done(null) : deleted
}

/**
 * A second like is refused, so the post is looked at first. Taking one back: the maker's own client,
 * https://github.com/discourse/discourse_api/blob/main/lib/discourse_api/api/posts.rb (read on 2026-11-21).
 */
export async function setDiscourseLike(api: DiscourseApi, { remoteId, liked }: { readonly remoteId: string; readonly liked: boolean }): Promise<NetworkResult<null>> {
  if (!/^\d+$/.test(remoteId)) return failed('rejected', studioError('rejected', 'this is no post'))
  const post = await api.get(`/posts/${remoteId}.json`, postSchema)
  if (!post.ok) return post
  if (isLiked(post.value) === liked) return done(null)
  if (!liked) return api.delete(`/post_actions/${remoteId}.json?post_action_type_id=${like}`)
  return mapValue(await api.post('/post_actions.json', { id: Number(remoteId), post_action_type_id: like }, z.unknown(), 'visible'), () => null)
}
