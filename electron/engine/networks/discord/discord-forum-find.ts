import { plainWords } from '../../../../shared/text/plain-words.ts'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, isNotThere } from '../network-results.ts'
import type { DiscordApi } from './discord-api.ts'
import { hidesFiles, isSame, settled, skew, withFiles } from './discord-find.ts'
import { idAt, messagesIn, publishedAs } from './discord-place.ts'
import { readThreads } from './discord-forum-threads.ts'
import { messageSchema, type DiscordMessage, type DiscordThread } from './discord-schemas.ts'
import type { DiscordBot } from './discord-secret.ts'

/** Of so many the words are read, each by a call; of more of them, those with our title alone. */
const mostRead = 50

/**
 * Looks through the posts of the forum that began since the attempt, those that rest already too, for our title and words. Whoever moderates may change a title, and take the words away and leave it: of a
 * post with one of the two nobody can tell.
 */
export async function findOwnPost(api: DiscordApi, bot: DiscordBot, draft: Draft, { sentAt, since = sentAt, isAnothers }: SentIntent): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  const threads = await readThreads(api, bot, since)
  if (!threads.ok) return threads
  const from = BigInt(idAt(since + api.clockOffset() - skew))
  const { threads: own, untold } = threads.value
  const unknown = [...own, ...untold].filter(({ id }) => BigInt(id) >= from && isAnothers?.(publishedIn(bot, id).remoteId) !== true)
  const sought = unknown.length <= mostRead ? unknown : unknown.filter((thread) => hasTitle(thread, draft))
  let isSure = threads.value.isComplete && sought.length === unknown.length && api.now() - sentAt >= settled
  for (const thread of sought) {
    const first = await readFirst(api, thread)
    if (!first.ok) return first
    const likeness = likenessOf(thread, first.value, bot, draft)
    if (likeness === 'same' && !untold.includes(thread)) return done(publishedIn(bot, thread.id))
    // Or the same, and Discord does not tell whose it is, or where.
    if (likeness !== 'other') isSure = false
  }
  return done(isSure ? 'none' : 'cannot_tell')
}

function publishedIn(bot: DiscordBot, threadId: string): Published {
  return publishedAs(bot, { threadId, messageId: threadId })
}

function hasTitle({ name }: DiscordThread, { title }: Draft): boolean {
  return plainWords(name) === plainWords(title)
}

function likenessOf(thread: DiscordThread, first: DiscordMessage | null, bot: DiscordBot, draft: Draft): 'same' | 'perhaps' | 'other' {
  if (first === null) return hasTitle(thread, draft) ? 'perhaps' : 'other'
  if (!isSame(first, bot, draft)) return hidesFiles(first) && isSame(withFiles(first, draft), bot, draft) ? 'perhaps' : 'other'
  return hasTitle(thread, draft) ? 'same' : 'perhaps'
}

/** The bot's own in this forum, newest first. */
export async function listLastPosts(api: DiscordApi, bot: DiscordBot): Promise<NetworkResult<readonly LastPost[]>> {
  const threads = await readThreads(api, bot, null)
  if (!threads.ok) return threads
  const posts: LastPost[] = []
  for (const thread of threads.value.threads.slice(0, lastOnes)) {
    const first = await readFirst(api, thread)
    if (!first.ok) return first
    const { content = '', timestamp = '' } = first.value ?? {}
    posts.push({ ...publishedIn(bot, thread.id), text: [thread.name, content].filter((words) => words !== '').join('\n'), publishedAt: instantOf(Date.parse(timestamp)) })
  }
  return done(posts)
}

/** null: it was deleted, and its title stands alone. */
async function readFirst(api: DiscordApi, { id }: DiscordThread): Promise<NetworkResult<DiscordMessage | null>> {
  const first = await api.get(`${messagesIn(id)}/${id}`, messageSchema)
  return first.ok || !isNotThere(first.failure) ? first : done(null)
}
