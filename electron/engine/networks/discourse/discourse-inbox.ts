import { htmlToText } from '../../text/html-to-text.ts'
import type { ConversationKind } from '../../../../shared/inbox/inbox-item.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import { openDiscourseApi, type DiscourseApi } from './discourse-api.ts'
import { readDiscourseCursor, writeDiscourseCursor, type DiscourseCursor } from './discourse-cursor.ts'
import { statusOf } from './discourse-failures.ts'
import { isOurs, publishedOf } from './discourse-find.ts'
import { mayHide } from './hide-post.ts'
import { lockOf } from './lock-topic.ts'
import type { DiscourseOptions } from './discourse-options.ts'
import { readUser } from './discourse-user.ts'
import { isDeleted, isLiked, notificationsSchema, postSchema, topicSchema, type DiscourseNotification, type DiscoursePost, type DiscourseTopic } from './discourse-schemas.ts'

/** Mentioned, replied, quoted, private message, posted where we watch, our group mentioned: https://github.com/discourse/discourse/blob/main/app/models/notification.rb (read on 2026-11-21). */
const kindsToUs: ReadonlySet<number> = new Set([1, 2, 3, 6, 9, 15])
/** Each takes up to two calls more; a forum lets a key ask about sixty times a minute. */
const perLook = 20
const mostOfFirstLook = 120

/** What the forum notifies us of, newest first. */
export function createDiscourseInbox(options: DiscourseOptions): InboxReader {
  return {
    async fetchSince(session, written) {
      const api = openDiscourseApi(options, session)
      if (!api.ok) return api
      const cursor = readDiscourseCursor(written)
      const offset = cursor.walk?.offset ?? 0
      const listed = await api.value.get(`/notifications.json${offset === 0 ? '' : `?offset=${offset}`}`, notificationsSchema)
      if (!listed.ok) return orKeyEnded(api.value, listed)
      const { taken, next } = takeNext(cursor, listed.value.notifications)
      const items = await readItems(api.value, taken.filter(({ notification_type: kind }) => kindsToUs.has(kind)))
      if (!items.ok) return items
      return done({ items: items.value, nextCursor: writeDiscourseCursor(next), more: next.walk !== null, pollAgainAfterMs: null })
    }
  }
}

/**
 * The next of the list to be read, and where to go on. One that comes in meanwhile pushes the others down, one that is deleted draws them up: the
 * ids say what was read, and the next look begins a few places earlier.
 */
export function takeNext(cursor: DiscourseCursor, listed: readonly DiscourseNotification[]): { readonly taken: readonly DiscourseNotification[]; readonly next: DiscourseCursor } {
  const readUntil = cursor.readUntil ?? 0
  const { below, offset, newest } = cursor.walk ?? { below: Number.MAX_SAFE_INTEGER, offset: 0, newest: Math.max(readUntil, ...listed.map(({ id }) => id)) }
  const unread = listed.filter(({ id }) => id > readUntil && id < below)
  const taken = unread.slice(0, perLook)
  const isAtEnd = listed.length === 0 || listed.some(({ id }) => id <= readUntil)
  const isEnough = cursor.readUntil === null && offset >= mostOfFirstLook
  if (isEnough || (isAtEnd && taken.length === unread.length)) return { taken, next: { version: 1, readUntil: newest, walk: null } }
  const last = taken.at(-1)
  // All on this page was read before: the next one.
  if (last === undefined) return { taken, next: { ...cursor, walk: { below, offset: offset + listed.length, newest } } }
  const place = listed.indexOf(last) + 1
  return { taken, next: { ...cursor, walk: { below: last.id, offset: offset + place - Math.min(5, place - 1), newest } } }
}

async function readItems(api: DiscourseApi, notifications: readonly DiscourseNotification[]): Promise<NetworkResult<readonly IncomingItem[]>> {
  const topics = new Map<number, DiscourseTopic | null>()
  const items: IncomingItem[] = []
  for (const { data } of notifications) {
    const id = data?.original_post_id ?? null
    if (id === null) continue
    const post = await orGone(api.get(`/posts/${id}.json`, postSchema))
    if (!post.ok) return post
    if (post.value === null || isDeleted(post.value) || isOurs(api, post.value)) continue
    const topicId = post.value.topic_id
    if (!topics.has(topicId)) {
      const topic = await orGone(api.get(`/t/${topicId}.json`, topicSchema))
      if (!topic.ok) return topic
      topics.set(topicId, topic.value)
    }
    items.push(toItem(api, post.value, topics.get(topicId) ?? null))
  }
  return done(items)
}

/** null for what was deleted since, or is closed to us now. */
async function orGone<Value>(asked: Promise<NetworkResult<Value>>): Promise<NetworkResult<Value | null>> {
  const read = await asked
  return !read.ok && read.failure.kind === 'rejected' && [403, 404].includes(Number(statusOf(read.failure))) ? done(null) : read
}

function toItem(api: DiscourseApi, post: DiscoursePost, topic: DiscourseTopic | null): IncomingItem {
  const first = topic?.post_stream.posts.find(({ post_number: number }) => number === 1)
  const kind = kindOf(api, topic)
  const time = Date.parse(post.created_at)
  const name = (post.name ?? '').trim()
  return {
    remoteId: String(post.id),
    // In a private topic everybody speaks with everybody; elsewhere each person has a conversation of their own.
    conversationRemoteId: kind === 'message' ? `topic:${post.topic_id}` : `topic:${post.topic_id}:${post.username.toLowerCase()}`,
    kind,
    parentRemoteId: null,
    ourPostRemoteId: kind === 'comment' && first !== undefined ? String(first.id) : null,
    authorName: name === '' ? post.username : name,
    authorHandle: `@${post.username}`,
    isOwn: false,
    text: htmlToText(post.cooked),
    url: publishedOf(api, { ...post, topic_slug: post.topic_slug ?? topic?.slug }).url,
    createdAt: Number.isNaN(time) ? 0 : Math.max(0, time),
    attachmentCount: 0,
    isLiked: isLiked(post),
    isHeld: false,
    mayHide: mayHide(api, post),
    ...lockOf(topic)
  }
}

/** A comment stands under a topic that we began. */
function kindOf(api: DiscourseApi, topic: DiscourseTopic | null): ConversationKind {
  if (topic?.archetype === 'private_message') return 'message'
  const first = topic?.post_stream.posts.find(({ post_number: number }) => number === 1)
  return first !== undefined && isOurs(api, first) ? 'comment' : 'mention'
}

/** A key that was ended is refused like anything else that one may not see. */
async function orKeyEnded(api: DiscourseApi, refused: { readonly ok: false; readonly failure: NetworkFailure }): Promise<NetworkResult<never>> {
  if (statusOf(refused.failure) !== 403) return refused
  const user = await readUser(api)
  return user.ok ? refused : user
}
