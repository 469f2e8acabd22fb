import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import type { LookedAt, Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { DiscourseApi } from './discourse-api.ts'
import { statusOf } from './discourse-failures.ts'
import { activitySchema, isDeleted, postSchema, topicSchema, type DiscourseAction, type DiscoursePost, type DiscourseTopic } from './discourse-schemas.ts'

/** A request that was cut off may still be at work on the forum for this long, in ms. */
export const settled = 45_000
/** How far our clock and the forum's may be apart, in ms. */
const skew = 5 * 60_000

/** The name that a topic bears of ours; the forum takes each once. */
export function externalIdOf(idempotencyKey: string): string {
  return `vigie-${idempotencyKey}`
}

/** The topic of an intent; null when the forum knows none. The forum answers with the topic's real address. */
export async function findTopic(api: DiscourseApi, externalId: string): Promise<NetworkResult<Published | null>> {
  const answered = await api.getAnswer(`/t/external_id/${externalId}.json`)
  if (!answered.ok) return statusOf(answered.failure) === 404 ? done(null) : answered
  const topic = topicSchema.safeParse(answered.value.json)
  if (!topic.success) return failed('bug', studioError('unexpected_answer', 'what stands under our name is no topic'))
  return mapValue(firstPostOf(topic.data), (remoteId) => ({ remoteId, url: `${api.root}/t/${topic.data.slug}/${topic.data.id}` }))
}

/** What a topic is called everywhere else: its first post. */
function firstPostOf({ post_stream: { posts } }: DiscourseTopic): NetworkResult<string> {
  const first = posts.find(({ post_number: number }) => number === 1)
  return first === undefined ? failed('server_error', studioError('server_error', 'the topic is there, its first post is not')) : done(String(first.id))
}

/** Our answer to a post with these words, no older than the intent; null when there is none. */
export async function findAnswer(api: DiscourseApi, draft: Draft, { since, isAnothers }: { since: number } & Partial<Pick<SentIntent, 'isAnothers'>>): Promise<NetworkResult<Published | null>> {
  const answers = await api.get(`/posts/${draft.replyTo?.remoteId ?? ''}/replies.json`, z.array(postSchema))
  if (!answers.ok) return answers
  const ours = answers.value.find((post) => isOurs(api, post) && !isDeleted(post) && !(Date.parse(post.created_at) < since - skew) && wordsOf(post) === plain(draft.text) && isAnothers?.(String(post.id)) !== true)
  return done(ours === undefined ? null : publishedOf(api, ours))
}

export async function findPublished(api: DiscourseApi, draft: Draft, intent: SentIntent): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  const found = draft.replyTo === null ? await findTopic(api, externalIdOf(intent.idempotencyKey)) : await findAnswer(api, draft, { since: intent.since ?? intent.sentAt, isAnothers: (id) => intent.isAnothers?.(id) === true })
  if (!found.ok) return found
  return done(found.value ?? (api.now() - intent.sentAt >= settled ? 'none' : 'cannot_tell'))
}

/** In the forum's list of what a user did: https://github.com/discourse/discourse/blob/main/app/models/user_action.rb */
const [newTopic, answer] = [4, 5]

/** What we wrote last, as the forum lists it: the beginning of each. */
export async function listLastPosts(api: DiscourseApi, { isAnswer }: LookedAt): Promise<NetworkResult<readonly LastPost[]>> {
  const listed = await api.get(`/user_actions.json?offset=0&username=${encodeURIComponent(api.userName)}&filter=${isAnswer ? answer : newTopic}`, activitySchema)
  if (!listed.ok) return listed
  const posts: LastPost[] = []
  for (const action of listed.value.user_actions.slice(0, lastOnes)) {
    const remoteId = await postIdOf(api, action)
    if (!remoteId.ok) return remoteId
    posts.push({
      remoteId: remoteId.value,
      url: addressOf(api, action.slug, action.topic_id, action.post_number),
      text: [isAnswer ? '' : action.title, htmlToText(action.excerpt)].filter((text) => text !== '').join('\n\n'),
      publishedAt: instantOf(Date.parse(action.created_at))
    })
  }
  return done(posts)
}

/** The list names no post of a topic that was begun; under another name than its first post's, nobody would know it as ours. */
async function postIdOf(api: DiscourseApi, { post_id: postId, topic_id: topicId }: DiscourseAction): Promise<NetworkResult<string>> {
  if (typeof postId === 'number' || typeof postId === 'string') return done(String(postId))
  const topic = await api.get(`/t/${topicId}.json`, topicSchema)
  return topic.ok ? firstPostOf(topic.value) : topic
}

function addressOf({ root }: DiscourseApi, slug: string, topic: number, number: number): string {
  return `${root}/t/${slug}/${topic}${number > 1 ? `/${number}` : ''}`
}

export function publishedOf(api: DiscourseApi, { id, topic_id: topic, topic_slug: slug, post_number: number }: DiscoursePost): Published {
  return { remoteId: String(id), url: addressOf(api, slug ?? '-', topic, number) }
}

export function isOurs(api: DiscourseApi, { username }: Pick<DiscoursePost, 'username'>): boolean {
  return username.toLowerCase() === api.userName.toLowerCase()
}

function wordsOf({ cooked }: DiscoursePost): string {
  return plain(htmlToText(cooked, { addresses: 'left_out' }))
}

/** Without what the forum's typographer makes of a text: quotes, dashes, white space. */
function plain(text: string): string {
  return text.replaceAll(/[‘’′]/g, "'").replaceAll(/[“”″«»]/g, '"').replaceAll(/[–—]/g, '-').replaceAll('…', '...').replaceAll(/\s+/gu, ' ').trim()
}
