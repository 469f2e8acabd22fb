import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Act } from '../../../../shared/networks/acts.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { statusOf } from './discord-failures.ts'
import { readRemoteId, type DiscordPlace } from './discord-place.ts'

const heart = encodeURIComponent('❤️')

/** Deletes our own; bans the author of a message, or ends that. What is gone already counts as done. */
export async function actOnDiscord({ api, as, messages }: DiscordPlace, { act, remoteId }: { readonly act: Act; readonly remoteId: string }): Promise<NetworkResult<null>> {
  const name = readRemoteId(remoteId)
  if (!name.ok) return name
  if (act === 'delete') return goneIsDone(await api.order('DELETE', `${messages}/${name.value.messageId}`))
  if (act !== 'block' && act !== 'unblock') return failed('rejected', studioError('rejected', `Discord has no ${act} here`))
  if (as.kind === 'webhook' || as.guildId === null || name.value.authorId === null) return failed('rejected', studioError('rejected', 'nobody can be banned from here'))
  const ban = `/guilds/${as.guildId}/bans/${name.value.authorId}`
  // Both want a body, though nothing has to stand in it. What was written before stays there.
  return act === 'block' ? api.order('PUT', ban, {}) : goneIsDone(await api.order('DELETE', ban, {}))
}

/** A bot's own reaction; the same twice is one, and none can be taken back. */
export async function setDiscordReaction({ api, as, messages }: DiscordPlace, { remoteId, liked }: { readonly remoteId: string; readonly liked: boolean }): Promise<NetworkResult<null>> {
  const name = readRemoteId(remoteId)
  if (!name.ok) return name
  if (as.kind === 'webhook') return failed('rejected', studioError('rejected', 'a webhook cannot react'))
  const reaction = `${messages}/${name.value.messageId}/reactions/${heart}/@me`
  return liked ? api.order('PUT', reaction) : goneIsDone(await api.order('DELETE', reaction))
}

function goneIsDone(result: NetworkResult<null>): NetworkResult<null> {
  return !result.ok && result.failure.kind === 'rejected' && statusOf(result.failure) === 404 ? done(null) : result
}
