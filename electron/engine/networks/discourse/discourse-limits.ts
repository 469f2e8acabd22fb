import { z } from 'zod'
import type { ServerLimits } from '../../../../shared/accounts/server-limits.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { ReadLimits } from '../network-reading.ts'
import { mapValue } from '../network-results.ts'
import { statedCount } from '../stated-limit.ts'
import { openDiscourseApi, type DiscourseApi } from './discourse-api.ts'
import type { DiscourseOptions } from './discourse-options.ts'

/**
 * The settings that a forum tells its pages (`client: true` in https://github.com/discourse/discourse/blob/main/config/site_settings.yml, `GET /site/settings` of
 * config/routes.rb, which wants no administrator; read on 2026-11-23). Its `/site.json` and `/site/basic-info.json`, which its description knows, hold no limit of these.
 * Of polls: https://github.com/discourse/discourse/tree/main/plugins/poll, whose page reads `poll_maximum_options` from the same settings.
 */
const settingsSchema = z.looseObject({
  max_post_length: statedCount,
  tagging_enabled: z.boolean().optional().catch(undefined),
  max_tags_per_topic: z.int().min(0).max(1000).optional().catch(undefined),
  max_tag_length: statedCount,
  max_image_size_kb: statedCount,
  poll_maximum_options: z.int().min(2).max(1000).optional().catch(undefined)
})
type Settings = z.infer<typeof settingsSchema>

export function createDiscourseLimits(options: DiscourseOptions): ReadLimits {
  return async (session) => {
    const api = openDiscourseApi(options, session)
    return api.ok ? readDiscourseLimits(api.value) : api
  }
}

export async function readDiscourseLimits(api: DiscourseApi): Promise<NetworkResult<ServerLimits>> {
  return mapValue(await api.get('/site/settings.json', settingsSchema), limitsOfSettings)
}

function limitsOfSettings(settings: Settings): ServerLimits {
  return { maxCharacters: settings.max_post_length ?? null, charactersPerUrl: null, maxMedia: null, ...tagLimitsOf(settings), ...pollLimitsOf(settings), ...mediaLimitsOf(settings) }
}

/** A forum that has no tags takes none. */
function tagLimitsOf({ tagging_enabled: hasTags, max_tags_per_topic: maxCount, max_tag_length: maxEach }: Settings): Pick<ServerLimits, 'tags'> {
  return { tags: { maxCount: hasTags === false ? 0 : (maxCount ?? null), maxEach: maxEach ?? null } }
}

function pollLimitsOf({ poll_maximum_options: maxChoices }: Settings): Pick<ServerLimits, 'poll'> {
  return maxChoices === undefined ? {} : { poll: { maxChoices, maxChoice: null, minMinutes: null, maxMinutes: null } }
}

function mediaLimitsOf({ max_image_size_kb: kilobytes }: Settings): Pick<ServerLimits, 'media'> {
  return kilobytes === undefined ? {} : { media: { maxImageBytes: kilobytes * 1024, maxVideoBytes: null, maxAltText: null } }
}
