import { z } from 'zod'
import type { ServerLimits } from '../../../../shared/accounts/server-limits.ts'
import { videoTypes, type VideoType } from '../../../../shared/media/media-item.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { ReadLimits } from '../network-reading.ts'
import { done, mapValue } from '../network-results.ts'
import { statedCount } from '../stated-limit.ts'
import { openDiscourseApi, type DiscourseApi } from './discourse-api.ts'
import type { DiscourseOptions } from './discourse-options.ts'
import { readUser, staffOf } from './discourse-user.ts'

/**
 * The settings that a forum tells its pages (`client: true` in https://github.com/discourse/discourse/blob/main/config/site_settings.yml, `GET /site/settings` of
 * config/routes.rb, which wants no administrator; read on 2026-11-23). Its `/site.json` and `/site/basic-info.json`, which its description knows, hold no limit of these.
 * Of polls: https://github.com/discourse/discourse/tree/main/plugins/poll, whose page reads `poll_enabled` and `poll_maximum_options` from the same settings.
 */
/** Extensions with bars between them; `*` stands for all. */
const extensions = z.string().max(10_000).optional().catch(undefined)

const settingsSchema = z.looseObject({
  max_post_length: statedCount,
  tagging_enabled: z.boolean().optional().catch(undefined),
  max_tags_per_topic: z.int().min(0).max(1000).optional().catch(undefined),
  max_tag_length: statedCount,
  max_image_size_kb: statedCount,
  max_attachment_size_kb: statedCount,
  authorized_extensions: extensions,
  authorized_extensions_for_staff: extensions,
  poll_enabled: z.boolean().optional().catch(undefined),
  poll_maximum_options: z.int().min(2).max(1000).optional().catch(undefined)
})
type Settings = z.infer<typeof settingsSchema>

export function createDiscourseLimits(options: DiscourseOptions): ReadLimits {
  return async (session) => {
    const api = openDiscourseApi(options, session)
    if (!api.ok) return api
    const limits = await readDiscourseLimits(api.value)
    if (!limits.ok) return limits
    const user = await readUser(api.value)
    return done({ ...limits.value, ...(user.ok ? staffOf(user.value) : {}) })
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

/** Polls come with the forum and may be turned off. */
function pollLimitsOf({ poll_maximum_options: maxChoices, poll_enabled: has }: Settings): Pick<ServerLimits, 'poll'> {
  return maxChoices === undefined && has === undefined ? {} : { poll: { maxChoices: maxChoices ?? null, maxChoice: null, minMinutes: null, maxMinutes: null, ...(has === undefined ? {} : { isOff: !has }) } }
}

/** Films are attachments. */
function mediaLimitsOf(settings: Settings): Pick<ServerLimits, 'media'> {
  const { max_image_size_kb: ofImages, max_attachment_size_kb: ofFiles } = settings
  const films = filmsOf(settings)
  if (ofImages === undefined && ofFiles === undefined && films === null) return {}
  return { media: { maxImageBytes: inBytes(ofImages), maxVideoBytes: inBytes(ofFiles), maxAltText: null, ...(films === null ? {} : { videoTypes: films }) } }
}

function inBytes(kilobytes: number | undefined): number | null {
  return kilobytes === undefined ? null : kilobytes * 1024
}

const endings = { 'video/mp4': 'mp4', 'video/quicktime': 'mov', 'video/webm': 'webm' } as const

/** null: not told. What is for staff alone counts, too: whether the account is one is the forum's to say, before anything is published. */
function filmsOf({ authorized_extensions: forAll, authorized_extensions_for_staff: forStaff = '' }: Settings): VideoType[] | null {
  if (forAll === undefined) return null
  const taken = new Set(`${forAll}|${forStaff}`.toLowerCase().split('|').map((each) => each.trim().replace(/^\./, '')))
  return videoTypes.filter((type) => taken.has('*') || taken.has(endings[type]))
}
