import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { PinHindrance } from '../../../../shared/published/pin-there.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import type { PinBoard } from '../network-pins.ts'
import { done, failed, isNotThere } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import { statusOf } from './discord-failures.ts'
import type { DiscordOptions } from './discord-options.ts'
import { messagesIn, openDiscord, readRemoteId, type DiscordPlace, type MessageName } from './discord-place.ts'

const messageSchema = z.looseObject({ id: z.string(), pinned: z.boolean().nullish() })

/**
 * `create_pin`, `delete_pin` and `pinned` of a message in https://github.com/discord/discord-api-spec/blob/74fda0f/specs/openapi.json (read on 2026-11-23); the older addresses (`/channels/{id}/pins/…`) are deprecated there. For bots that have
 * the right in the channel (“Pin Messages”); a webhook pins nothing.
 */
export function createDiscordPins(options: DiscordOptions): PinBoard {
  return {
    async read(session, remoteId) {
      const message = openMessage(options, session, remoteId)
      if (!message.ok) return message
      const { place, name } = message.value
      const read = await place.api.get(place.message(name), messageSchema)
      if (!read.ok) return isNotThere(read.failure) ? done('gone') : read
      return done({ isPinned: read.value.pinned ?? null, hindrance: hindranceOf(message.value), instead: null })
    },
    async set(session, { remoteId, isPinned }) {
      const message = openMessage(options, session, remoteId)
      if (!message.ok) return message
      const { place: { api, as }, name: { messageId } } = message.value
      if (as.kind === 'webhook' || hindranceOf(message.value) !== null) return failed('rejected', studioError('rejected', 'nothing can be pinned there from here', { details: { reason: 'pin_not_allowed' } }))
      const order = await api.order(isPinned ? 'PUT' : 'DELETE', `${messagesIn(as.channelId)}/pins/${messageId}`)
      return order.ok || !isForbidden(order.failure) ? order : failed('rejected', studioError('rejected', 'the bot may not pin in this channel', { details: { status: 403, reason: 'pin_not_allowed' } }))
    }
  }
}

function isForbidden(failure: NetworkFailure): boolean {
  return failure.kind === 'rejected' && statusOf(failure) === 403
}

interface NamedMessage {
  readonly place: DiscordPlace
  readonly name: MessageName
}

/** A message of a forum's post would be pinned within that post, where nobody looks for it. */
function hindranceOf({ place: { as }, name: { threadId } }: NamedMessage): PinHindrance | null {
  if (as.kind === 'webhook') return 'no_right'
  return threadId === undefined ? null : 'not_such_a_post'
}

function openMessage(options: DiscordOptions, session: AccountSession, remoteId: string): NetworkResult<NamedMessage> {
  const place = openDiscord(options, session)
  if (!place.ok) return place
  const name = readRemoteId(remoteId)
  return name.ok ? done({ place: place.value, name: name.value }) : name
}
