import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import { splitQuestion } from '../../../../shared/posts/poll.ts'
import { documentToMarkdown } from '../../../../shared/text/document-to-markdown.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import type { DiscordApi } from './discord-api.ts'
import { idAt, publishedAs, readRemoteId } from './discord-place.ts'
import { newestOf, pageSize, readMessages, readNewestMessage, type DiscordMessage } from './discord-schemas.ts'
import type { DiscordBot } from './discord-secret.ts'

/** A request that was cut off may still be at work for this long, in ms. */
export const settled = 30_000
/** How far our clock and Discord's may be apart, in ms. */
export const skew = 5 * 60_000
/** A busy channel has more since then; then nobody can tell. */
const mostPages = 10

/** Looks through what was written in the channel, or in the post of a forum, since the attempt began for our words. */
export async function findOwnMessage(api: DiscordApi, bot: DiscordBot, draft: Draft, { sentAt, since = sentAt, isAnothers }: SentIntent, threadId?: string): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  let from = since - skew
  let after = idAt(from)
  const place = channelOf(bot, threadId)
  for (let pages = 0; pages < mostPages; pages += 1) {
    const listed: NetworkResult<readonly DiscordMessage[]> = await readMessages(api, place, after)
    if (!listed.ok) return listed
    const oldest = since + api.clockOffset() - skew
    // Our clock is ahead of Discord's by more than that: what it was asked for began too late.
    if (oldest < from - skew) {
      from = oldest
      after = idAt(from)
      continue
    }
    const seen = seeAmong(listed.value, (messages) => ownOf(messages, bot, draft, threadId).find(({ remoteId }) => isAnothers?.(remoteId) !== true), draft)
    if (seen !== null) return done(seen)
    const newest: string | null = newestOf(listed.value, after)
    if (listed.value.length < pageSize || newest === null || newest === after) {
      if (api.now() - sentAt < settled) return done('cannot_tell')
      return pages === 0 && listed.value.length === 0 ? sayOfNothing(api, place) : done('none')
    }
    after = newest
  }
  return done('cannot_tell')
}

/** A post of a forum is a channel, too. */
function channelOf({ channelId }: DiscordBot, threadId: string | undefined): string {
  return threadId ?? channelId
}

function ownOf(messages: readonly DiscordMessage[], bot: DiscordBot, draft: Draft, threadId: string | undefined): readonly Published[] {
  return messages.filter((message) => isSame(message, bot, draft)).map(({ id }) => publishedAs(bot, { ...(threadId === undefined ? {} : { threadId }), messageId: id }))
}

/**
 * Whoever may not read what was written before gets an empty list, not a refusal: https://docs.discord.com/developers/resources/message#get-channel-messages
 * (read on 2026-11-21). Only a channel that shows something proves with its silence since then that nothing came.
 */
async function sayOfNothing(api: DiscordApi, channelId: string): Promise<NetworkResult<'none' | 'cannot_tell'>> {
  return mapValue(await readNewestMessage(api, channelId), (newest) => (newest === null ? 'cannot_tell' : 'none'))
}

/** Ours among the newest messages of the channel, the only place of ours; null when it shows nothing at all, and so perhaps not to us. */
export async function listLastMessages(api: DiscordApi, bot: DiscordBot): Promise<NetworkResult<readonly LastPost[] | null>> {
  return mapValue(await readMessages(api, bot.channelId, null), (messages) => {
    const ours = messages.filter(({ author }) => author.id === bot.userId).slice(0, lastOnes)
    return messages.length === 0 ? null : ours.map(({ id, content, timestamp }) => ({ ...publishedAs(bot, { messageId: id }), text: content, publishedAt: instantOf(Date.parse(timestamp)) }))
  })
}

/** Discord always tells them: of a message that leaves them out nobody knows which files it has. */
export function hidesFiles({ attachments }: DiscordMessage): boolean {
  return attachments === undefined || attachments === null
}

/** null: none of them is it. */
function seeAmong(messages: readonly DiscordMessage[], find: (messages: readonly DiscordMessage[]) => Published | undefined, draft: Draft): Published | 'cannot_tell' | null {
  const hidden = messages.filter((message) => hidesFiles(message) || hidesAnswered(message, draft)).map((message) => withAnswered(hidesFiles(message) ? withFiles(message, draft) : message, draft))
  return find(messages) ?? (find(hidden) === undefined ? null : 'cannot_tell')
}

/** As if it had what the draft has. */
export function withFiles(message: DiscordMessage, { media }: Draft): DiscordMessage {
  return { ...message, attachments: [...media] }
}

/** An answer of ours names what it answers. One that does not may be it all the same: sent again, people would read it twice. */
function hidesAnswered({ message_reference: reference }: DiscordMessage, { replyTo }: Draft): boolean {
  return replyTo !== null && (reference?.message_id ?? null) === null
}

function withAnswered(message: DiscordMessage, draft: Draft): DiscordMessage {
  const answered = draft.replyTo === null ? null : readRemoteId(draft.replyTo.remoteId)
  return answered?.ok === true && hidesAnswered(message, draft) ? { ...message, message_reference: { message_id: answered.value.messageId } } : message
}

function saysSame({ content, poll }: Pick<DiscordMessage, 'content' | 'poll'>, draft: Draft): boolean {
  const { above, question } = draft.poll === undefined ? { above: draft.document, question: null } : splitQuestion(draft.document)
  return (poll?.question.text?.trim() ?? null) === (question?.trim() ?? null) && content.trim() === documentToMarkdown(above).trim()
}

/** Whether it is ours and says what was to be said, where it was to be said. */
export function isSame({ author, content, attachments, poll, message_reference: reference }: DiscordMessage, bot: DiscordBot, draft: Draft): boolean {
  const answered = draft.replyTo === null ? null : readRemoteId(draft.replyTo.remoteId)
  const isAnswer = answered === null || (answered.ok && reference?.message_id === answered.value.messageId)
  return author.id === bot.userId && isAnswer && (attachments?.length ?? 0) === draft.media.length && saysSame({ content, poll }, draft)
}
