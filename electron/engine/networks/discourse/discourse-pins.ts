import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { PinBoard } from '../network-pins.ts'
import { done, failed, isNotThere, mapValue } from '../network-results.ts'
import { openDiscourseApi, type DiscourseApi } from './discourse-api.ts'
import type { DiscourseOptions } from './discourse-options.ts'
import { isDeleted, postSchema } from './discourse-schemas.ts'

/**
 * `pinned` says it for this account alone, which may have put the pin out of its own sight; `pinned_at` for everybody. Who may pin: `can_pin_unpin_topic` in
 * https://github.com/discourse/discourse/blob/06073fe/app/serializers/topic_view_details_serializer.rb (read on 2026-11-23).
 */
const topicSchema = z.looseObject({
  id: z.number(),
  pinned_at: z.string().nullish(),
  pinned_globally: z.boolean().nullish(),
  details: z.looseObject({ can_pin_unpin_topic: z.boolean().nullish() }).nullish().catch(null)
})
type Topic = z.infer<typeof topicSchema>

/**
 * https://docs.discourse.org/#tag/Topics/operation/updateTopicStatus (read on 2026-11-23): at the top of its category, and of all lists where somebody pinned it for the whole forum. Without `until`, which that
 * page calls required, it stands until somebody takes it away (`update_pinned` in https://github.com/discourse/discourse/blob/06073fe/app/models/topic.rb).
 */
export function createDiscoursePins(options: DiscourseOptions): PinBoard {
  return {
    async read(session, remoteId) {
      const api = openDiscourseApi(options, session)
      if (!api.ok) return api
      const topic = await readTopic(api.value, remoteId)
      if (!topic.ok) return topic
      if (topic.value === 'gone') return done('gone')
      const { details } = topic.value
      return done({ isPinned: isPinnedThere(topic.value), hindrance: details?.can_pin_unpin_topic === true ? null : 'no_right', instead: null })
    },
    async set(session, { remoteId, isPinned }) {
      const api = openDiscourseApi(options, session)
      if (!api.ok) return api
      const topic = await readTopic(api.value, remoteId)
      if (!topic.ok) return topic
      if (topic.value === 'gone') return failed('rejected', studioError('rejected', 'the topic is no longer there', { details: { reason: 'gone' } }))
      if (isPinnedThere(topic.value) === isPinned) return done(null)
      const status = topic.value.pinned_globally === true ? 'pinned_globally' : 'pinned'
      return mapValue(await api.value.put(`/t/${topic.value.id}/status.json`, { status, enabled: isPinned ? 'true' : 'false' }, z.looseObject({ success: z.string() })), () => null)
    }
  }
}

function isPinnedThere({ pinned_at: pinnedAt }: Topic): boolean {
  return typeof pinnedAt === 'string' && pinnedAt !== ''
}

/** The topic that a post begins. */
async function readTopic(api: DiscourseApi, remoteId: string): Promise<NetworkResult<Topic | 'gone'>> {
  if (!/^\d+$/.test(remoteId)) return failed('rejected', studioError('rejected', 'this is no post'))
  const post = await api.get(`/posts/${remoteId}.json`, postSchema)
  if (!post.ok) return isNotThere(post.failure) ? done('gone') : post
  if (isDeleted(post.value)) return done('gone')
  if (post.value.post_number !== 1) return failed('rejected', studioError('rejected', 'only what begins a topic can be pinned'))
  const topic = await api.get(`/t/${post.value.topic_id}.json`, topicSchema)
  return !topic.ok && isNotThere(topic.failure) ? done('gone') : topic
}
