import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { statusOf } from './discord-failures.ts'
import type { DiscordPlace, MessageName } from './discord-place.ts'
import { threadSchema, type DiscordThread } from './discord-schemas.ts'

/**
 * Closes the post of a forum in which something stands to answers, or opens it: `locked` of `update_channel` in https://github.com/discord/discord-api-spec/blob/74fda0f/specs/openapi.json. It takes the right to manage
 * threads, whoever began the post, and whoever has that writes there still: https://github.com/discord/discord-api-docs/blob/a1a297f/developers/topics/threads.mdx. Nothing is changed in one that rests but in the call
 * that wakes it: https://docs.discord.com/developers/resources/channel#modify-channel (all read on 2026-11-23). Looked at first: what somebody did meanwhile is done.
 */
export async function lockOnDiscord({ api, as }: Pick<DiscordPlace, 'api' | 'as'>, { threadId }: MessageName, isLocked: boolean): Promise<NetworkResult<null>> {
  if (as.kind === 'webhook' || threadId === undefined) return failed('rejected', studioError('rejected', 'only the posts of a forum can be closed, and by a bot'))
  const thread = await api.get(`/channels/${threadId}`, threadSchema)
  if (!thread.ok) return thread
  if (isClosed(thread.value) === isLocked) return done(null)
  const order = await api.order('PATCH', `/channels/${threadId}`, { archived: false, locked: isLocked })
  if (order.ok || order.failure.kind !== 'rejected' || statusOf(order.failure) !== 403) return order
  return failed('rejected', studioError('rejected', order.failure.error.message, { details: { status: 403, reason: 'discord_lock_right' } }))
}

/** As a message of a post tells it to those who may. */
export function lockOf(thread: DiscordThread, mayLock: boolean): Pick<IncomingItem, 'lock'> {
  return mayLock ? { lock: { place: `thread:${thread.id}`, isLocked: isClosed(thread) } } : {}
}

function isClosed({ thread_metadata: state }: DiscordThread): boolean {
  return state?.locked === true
}
