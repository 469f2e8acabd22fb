import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Report } from '../../../../shared/inbox/report.ts'
import type { ActTarget } from '../network-publisher.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { DiscourseApi } from './discourse-api.ts'
import { statusOf } from './discourse-failures.ts'
import { hideOnDiscourse } from './hide-post.ts'
import { keepOutOfDiscourse } from './keep-out.ts'
import { lockOnDiscourse } from './lock-topic.ts'
import { isDeleted, isLiked, postSchema } from './discourse-schemas.ts'

const like = 2
const ownFlags: Readonly<Partial<Record<Report['reason'], number>>> = { spam: 8, rude: 4 }
const forModerators = 7

/** What moderators and staff do is in files of its own; a post of ours is deleted, one of others' flagged. */
export async function actOnDiscourse(api: DiscourseApi, { act, remoteId, report: told, minutes }: ActTarget): Promise<NetworkResult<null>> {
  if (!/^\d+$/.test(remoteId)) return failed('rejected', studioError('rejected', 'this is no post'))
  switch (act) {
    case 'hide':
    case 'unhide':
      return hideOnDiscourse(api, remoteId, act === 'hide')
    case 'lock':
    case 'unlock':
      return lockOnDiscourse(api, remoteId, act === 'lock')
    case 'mute':
    case 'unmute':
    case 'block':
    case 'unblock':
      return keepOutOfDiscourse(api, { act, remoteId, minutes })
    case 'report':
      return report(api, remoteId, told)
    case 'delete':
      return deletePost(api, remoteId)
    default:
      return failed('rejected', studioError('rejected', `Discourse has no ${act} here`))
  }
}

/** The first post of a topic takes the topic with it: https://docs.discourse.org/#tag/Posts/operation/deletePost (read on 2026-11-21). What is gone already counts as deleted. */
async function deletePost(api: DiscourseApi, remoteId: string): Promise<NetworkResult<null>> {
  const deleted = await api.delete(`/posts/${remoteId}.json`)
  if (deleted.ok || ![403, 404].includes(Number(statusOf(deleted.failure)))) return deleted
  const there = await api.get(`/posts/${remoteId}.json`, postSchema)
  const isGone = there.ok ? isDeleted(there.value) : statusOf(there.failure) === 404
  return isGone ? done(null) : deleted
}

/**
 * A flag, for the forum’s moderators: https://github.com/discourse/discourse/blob/main/app/models/post_action_type.rb and app/controllers/post_actions_controller.rb (read on 2026-11-23).
 * Spam and rudeness have flags of their own, which take no words; whatever somebody wrote goes as the one that does, with the reason in front.
 */
async function report(api: DiscourseApi, remoteId: string, told: Report | undefined): Promise<NetworkResult<null>> {
  const { reason = 'spam', comment = '' } = told ?? {}
  const own = comment === '' ? ownFlags[reason] : undefined
  const flag = own === undefined ? { post_action_type_id: forModerators, message: `${reason}: ${comment === '' ? 'reported without further words' : comment}` } : { post_action_type_id: own }
  return mapValue(await api.post('/post_actions.json', { id: Number(remoteId), ...flag, flag_topic: false }, z.unknown(), 'visible'), () => null)
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
