import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { DiscourseApi } from './discourse-api.ts'
import { postSchema, topicSchema, type DiscourseTopic } from './discourse-schemas.ts'

/**
 * Closes the topic in which a post stands, or opens it: https://docs.discourse.org/#tag/Topics/operation/updateTopicStatus (read on 2026-11-23). Those who run the forum can write there still.
 * Looked at first: what somebody did meanwhile is done.
 */
export async function lockOnDiscourse(api: DiscourseApi, remoteId: string, isLocked: boolean): Promise<NetworkResult<null>> {
  const post = await api.get(`/posts/${remoteId}.json`, postSchema)
  if (!post.ok) return post
  const topic = await api.get(`/t/${post.value.topic_id}.json`, topicSchema)
  if (!topic.ok) return topic
  if ((topic.value.closed === true) === isLocked) return done(null)
  if (!mayClose(topic.value)) return failed('rejected', studioError('rejected', 'the forum does not let this account close the topic'))
  return mapValue(await api.put(`/t/${topic.value.id}/status.json`, { status: 'closed', enabled: isLocked ? 'true' : 'false' }, z.unknown()), () => null)
}

/** Where the forum says that the account may: `can_close_topic` in https://github.com/discourse/discourse/blob/06073fe/app/serializers/topic_view_details_serializer.rb (read on 2026-11-23). */
export function lockOf(topic: DiscourseTopic | null): Pick<IncomingItem, 'lock'> {
  return topic === null || !mayClose(topic) ? {} : { lock: { place: `topic:${topic.id}`, isLocked: topic.closed === true } }
}

function mayClose({ details }: DiscourseTopic): boolean {
  return details?.can_close_topic === true
}
