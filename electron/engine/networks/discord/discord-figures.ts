import { z } from 'zod'
import { countsOf, type PostFigures } from '../../../../shared/figures/figures.ts'
import type { FiguresReader } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, isNotThere, mapValue } from '../network-results.ts'
import type { DiscordOptions } from './discord-options.ts'
import { openDiscord, readRemoteId } from './discord-place.ts'

/** https://docs.discord.com/developers/resources/message#reaction-object (read on 2026-11-23): left out while there are none. */
const countedSchema = z.looseObject({ reactions: z.array(z.looseObject({ count: z.number() })).nullish() })
/** https://docs.discord.com/developers/resources/guild#get-guild, `with_counts` (read on 2026-11-23). */
const guildSchema = z.looseObject({ approximate_member_count: z.number().nullish().catch(null) })

/** Reactions of whatever kind, and who is in the server. How often a message was seen or answered, Discord counts nowhere; a webhook is told of no server. */
export function createDiscordFigures(options: DiscordOptions): FiguresReader {
  return {
    async ofPost(session, remoteId): Promise<NetworkResult<PostFigures | 'gone'>> {
      const place = openDiscord(options, session)
      if (!place.ok) return place
      const name = readRemoteId(remoteId)
      if (!name.ok) return name
      const read = await place.value.api.get(place.value.message(name.value), countedSchema)
      if (!read.ok) return isNotThere(read.failure) ? done('gone') : read
      return done(countsOf({ likes: (read.value.reactions ?? []).reduce((sum, { count }) => sum + count, 0) }))
    },
    async ofAccount(session) {
      const place = openDiscord(options, session)
      if (!place.ok) return place
      const { as, api } = place.value
      if (as.kind === 'webhook' || as.guildId === null) return done({})
      return mapValue(await api.get(`/guilds/${as.guildId}?with_counts=true`, guildSchema), ({ approximate_member_count: followers }) => countsOf({ followers }))
    }
  }
}
