import { z } from 'zod'
import type { ServerLimits } from '../../../../shared/accounts/server-limits.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { ReadLimits } from '../network-reading.ts'
import { mapValue } from '../network-results.ts'
import { statedBytes, statedCount, statedSeconds } from '../stated-limit.ts'
import { openMastodonApi, type MastodonApi } from './mastodon-api.ts'
import type { MastodonOptions } from './mastodon-options.ts'

/** https://docs.joinmastodon.org/entities/Instance/#configuration (read on 2026-11-23); version 1 has the same but for `description_limit`. */
const configurationSchema = z.looseObject({
  statuses: z.looseObject({ max_characters: statedCount, characters_reserved_per_url: statedCount, max_media_attachments: statedCount }).optional().catch(undefined),
  media_attachments: z.looseObject({ description_limit: statedCount, image_size_limit: statedBytes, video_size_limit: statedBytes }).optional().catch(undefined),
  accounts: z.looseObject({ max_pinned_statuses: z.int().min(0).optional().catch(undefined) }).optional().catch(undefined),
  polls: z.looseObject({ max_options: z.int().min(2).max(1000).optional().catch(undefined), max_characters_per_option: statedCount, min_expiration: statedSeconds, max_expiration: statedSeconds }).optional().catch(undefined)
})
type Configuration = z.infer<typeof configurationSchema>

/** `domain` in version 2, `uri` in version 1; `max_toot_chars` is what servers other than Mastodon long used. */
const instanceSchema = z.looseObject({
  domain: z.string().optional(),
  uri: z.string().optional(),
  configuration: configurationSchema.optional().catch(undefined),
  max_toot_chars: statedCount
})
export type MastodonInstance = z.infer<typeof instanceSchema>

/** https://docs.joinmastodon.org/methods/instance/#v2 (read on 2026-11-21). */
export function createMastodonLimits(options: MastodonOptions): ReadLimits {
  return async (session) => {
    const api = openMastodonApi(options, session)
    return api.ok ? mapValue(await askMastodonInstance(api.value), limitsOfInstance) : api
  }
}

/** Version 1 is asked only where the server has no version 2: one that is in trouble, or has had enough, is not asked twice. */
export async function askMastodonInstance(api: MastodonApi): Promise<NetworkResult<MastodonInstance>> {
  const second = await api.get('/api/v2/instance', {}, instanceSchema)
  // `bug`: a page in its place, as servers show for any address that they do not know.
  const hasNone = !second.ok && (second.failure.kind === 'rejected' || second.failure.kind === 'bug')
  return hasNone ? api.get('/api/v1/instance', {}, instanceSchema) : second
}

export function limitsOfInstance({ configuration, max_toot_chars }: MastodonInstance): ServerLimits {
  const statuses = configuration?.statuses
  return {
    maxCharacters: statuses?.max_characters ?? max_toot_chars ?? null,
    charactersPerUrl: statuses?.characters_reserved_per_url ?? null,
    maxMedia: statuses?.max_media_attachments ?? null,
    ...pollLimitsOf(configuration?.polls),
    ...mediaLimitsOf(configuration?.media_attachments)
  }
}

/** The server says seconds; Vigie offers whole minutes, none of which the server would refuse. */
function pollLimitsOf(polls: Configuration['polls']): Pick<ServerLimits, 'poll'> {
  if (polls === undefined) return {}
  const { max_options, max_characters_per_option, min_expiration, max_expiration } = polls
  const minMinutes = min_expiration === undefined ? null : Math.ceil(min_expiration / 60)
  const maxMinutes = max_expiration === undefined ? null : Math.floor(max_expiration / 60)
  const isSpan = maxMinutes === null || maxMinutes >= Math.max(1, minMinutes ?? 1)
  return { poll: { maxChoices: max_options ?? null, maxChoice: max_characters_per_option ?? null, minMinutes: isSpan ? minMinutes : null, maxMinutes: isSpan ? maxMinutes : null } }
}

function mediaLimitsOf(media: Configuration['media_attachments']): Pick<ServerLimits, 'media'> {
  if (media === undefined) return {}
  return { media: { maxImageBytes: media.image_size_limit ?? null, maxVideoBytes: media.video_size_limit ?? null, maxAltText: media.description_limit ?? null } }
}
