import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { ActTarget } from '../network-publisher.ts'
import { done, failed } from '../network-results.ts'
import type { DiscordApi } from './discord-api.ts'
import { statusOf } from './discord-failures.ts'
import { deletePost, isPostOfForum } from './discord-forum.ts'
import { readRemoteId, type DiscordPlace } from './discord-place.ts'
import { lockOnDiscord } from './lock-thread.ts'

/** Where nobody chose a length. Discord has no time-out without an end. */
const usualMinutes = 60
/** A clock that tells whole seconds is off by one at most: 28 days stay within 28 days. */
const reserve = 2000
const heart = encodeURIComponent('❤️')

/** Deletes our own; closes a forum's post to answers; bans the author of a message, or times them out, or ends that. What is gone already counts as done. */
export async function actOnDiscord(place: DiscordPlace, { act, remoteId, minutes }: Pick<ActTarget, 'act' | 'remoteId' | 'minutes'>): Promise<NetworkResult<null>> {
  const { api, as, message } = place
  const name = readRemoteId(remoteId)
  if (!name.ok) return name
  if (act === 'lock' || act === 'unlock') return lockOnDiscord(place, name.value, act === 'lock')
  if (act === 'delete') return goneIsDone(await (isPostOfForum(name.value) && as.kind === 'bot' ? deletePost(api, name.value.threadId) : api.order('DELETE', message(name.value))))
  if (as.kind === 'webhook' || as.guildId === null || name.value.authorId === null) return failed('rejected', studioError('rejected', 'nobody can be banned from here'))
  const [ban, member] = [`/guilds/${as.guildId}/bans/${name.value.authorId}`, `/guilds/${as.guildId}/members/${name.value.authorId}`]
  switch (act) {
    // Both want a body, though nothing has to stand in it. What was written before stays there.
    case 'block':
      return api.order('PUT', ban, {})
    case 'unblock':
      return goneIsDone(await api.order('DELETE', ban, {}))
    case 'mute':
      return timeOut(api, member, minutes ?? usualMinutes)
    case 'unmute':
      return timeOut(api, member, null)
    default:
      return failed('rejected', studioError('rejected', `Discord has no ${act} here`))
  }
}

/**
 * https://docs.discord.com/developers/resources/guild#modify-guild-member (read on 2026-11-23): until a moment of Discord's clock, 28 days ahead at most; null ends it. The bot needs the right
 * to time members out. Who left the server has none to be ended.
 */
async function timeOut(api: DiscordApi, member: string, minutes: number | null): Promise<NetworkResult<null>> {
  const there = await api.get(member, z.looseObject({}))
  if (!there.ok) return minutes === null ? goneIsDone(there) : there
  const until = minutes === null ? null : new Date(api.now() + api.clockOffset() + minutes * 60_000 - reserve).toISOString()
  return api.order('PATCH', member, { communication_disabled_until: until })
}

/** A bot's own reaction; the same twice is one, and none can be taken back. */
export async function setDiscordReaction({ api, as, message }: DiscordPlace, { remoteId, liked }: { readonly remoteId: string; readonly liked: boolean }): Promise<NetworkResult<null>> {
  const name = readRemoteId(remoteId)
  if (!name.ok) return name
  if (as.kind === 'webhook') return failed('rejected', studioError('rejected', 'a webhook cannot react'))
  const reaction = `${message(name.value)}/reactions/${heart}/@me`
  return liked ? api.order('PUT', reaction) : goneIsDone(await api.order('DELETE', reaction))
}

function goneIsDone(result: NetworkResult<unknown>): NetworkResult<null> {
  return result.ok || (result.failure.kind === 'rejected' && statusOf(result.failure) === 404) ? done(null) : result
}
