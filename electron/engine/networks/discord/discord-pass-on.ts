import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { readBeforeWriting } from '../network-edit.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { passedOnBefore } from './discord-failures.ts'
import { readRemoteId, type DiscordPlace } from './discord-place.ts'

/** https://docs.discord.com/developers/resources/message#message-object-message-flags (read on 2026-11-23): `CROSSPOSTED`. */
const crossposted = 1 << 0
const flaggedSchema = z.looseObject({ flags: z.int() })

type Place = Pick<DiscordPlace, 'api' | 'as' | 'message'>

/** Whether a message of an announcement channel went to the channels that follow it, whoever sent it there. */
export async function isPassedOn({ api, message }: Place, remoteId: string): Promise<NetworkResult<boolean>> {
  const name = readRemoteId(remoteId)
  if (!name.ok) return name
  return mapValue(await api.get(message(name.value), flaggedSchema), ({ flags }) => (flags & crossposted) !== 0)
}

/**
 * https://docs.discord.com/developers/resources/message#crosspost-message (read on 2026-11-23): the bot's own, for which the right to send messages does. Looked at first: what somebody did
 * meanwhile is done.
 */
export async function passOn(place: Place, remoteId: string): Promise<NetworkResult<null>> {
  const name = readRemoteId(remoteId)
  if (!name.ok) return name
  if (place.as.kind === 'webhook') return failed('rejected', studioError('rejected', 'a webhook passes nothing on'))
  const before = await isPassedOn(place, remoteId)
  if (!before.ok) return readBeforeWriting(before)
  if (before.value) return done(null)
  const sent = await place.api.passOn(`${place.message(name.value)}/crosspost`)
  return !sent.ok && sent.failure.error.details?.['reason'] === passedOnBefore ? done(null) : sent
}
