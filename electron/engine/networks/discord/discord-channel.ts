import { z } from 'zod'
import type { ServerLimits } from '../../../../shared/accounts/server-limits.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { CategoriesThere, Category } from '../../../../shared/posts/categories.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { ReadCategories, ReadLimits } from '../network-reading.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { readEach } from '../read-each.ts'
import type { DiscordApi } from './discord-api.ts'
import type { DiscordOptions } from './discord-options.ts'
import { openDiscord } from './discord-place.ts'
import { channelSchema, type DiscordChannel } from './discord-schemas.ts'
import type { DiscordWebhook } from './discord-secret.ts'

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types and #channel-object-channel-flags (read on 2026-11-23). 16: a media channel, made as a forum is. */
const announcement = 5
const forums: ReadonlySet<number> = new Set([15, 16])
const requireTag = 1 << 4

const tagSchema = z.looseObject({ id: z.string().regex(/^\d{1,20}$/), name: z.string(), emoji_name: z.string().nullish() })

/** What a channel tells of itself; nothing is concluded where it names no kind. */
export function limitsOf({ type, flags }: Pick<DiscordChannel, 'type' | 'flags'>): ServerLimits {
  const isForum = typeof type === 'number' && forums.has(type)
  return { ...noBounds, ...(typeof type === 'number' ? { channel: { kind: isForum ? 'forum' : type === announcement ? 'announcement' : 'plain', tags: isForum && ((flags ?? 0) & requireTag) !== 0 ? 'needed' : 'at_choice' } } : {}) }
}

/** A webhook is told neither what its channel is nor its tags: the person says whether it is a forum. */
export function limitsOfWebhook({ isForum }: Pick<DiscordWebhook, 'isForum'>): ServerLimits {
  return { ...noBounds, channel: { kind: isForum === true ? 'forum' : 'plain', tags: 'none_told' } }
}

const noBounds = { maxCharacters: null, charactersPerUrl: null, maxMedia: null } as const

export function createDiscordLimits(options: DiscordOptions): ReadLimits {
  return async (session) => {
    const place = openDiscord(options, session)
    if (!place.ok) return place
    const { api, as } = place.value
    return as.kind === 'webhook' ? done(limitsOfWebhook(as)) : mapValue(await readChannel(api, as.channelId), limitsOf)
  }
}

/** The tags of the forum that is the account. */
export function createDiscordTags(options: DiscordOptions): ReadCategories {
  return async (session) => {
    const place = openDiscord(options, session)
    if (!place.ok) return place
    const { api, as } = place.value
    return as.kind === 'webhook' ? done({ categories: [], isComplete: false }) : mapValue(await readChannel(api, as.channelId), tagsOf)
  }
}

function readChannel(api: DiscordApi, channelId: string): Promise<NetworkResult<DiscordChannel>> {
  return api.get(`/channels/${channelId}`, channelSchema)
}

/** What is not understood must not pass for what is not there. */
function tagsOf({ available_tags: listed }: DiscordChannel): CategoriesThere {
  const read = readEach(listed ?? [], tagSchema)
  return { categories: read.map(({ id, name, emoji_name: sign }) => ({ id, name: [sign ?? '', name].filter((word) => word !== '').join(' ').slice(0, 300), parentId: null })), isComplete: Array.isArray(listed) && read.length === listed.length }
}

/** Those that were chosen, asked for right before anything is sent. */
export async function checkTagsThere(api: DiscordApi, channelId: string, chosen: readonly Category[]): Promise<NetworkResult<readonly string[]>> {
  if (chosen.length === 0) return done([])
  const there = mapValue(await readChannel(api, channelId), tagsOf)
  if (!there.ok) return there
  const gone = there.value.isComplete ? chosen.find(({ id }) => !there.value.categories.some((tag) => tag.id === id)) : undefined
  return gone === undefined ? done(chosen.map(({ id }) => id)) : failed('rejected', studioError('rejected', 'the forum no longer has the tag', { details: { reason: 'label_gone', category: gone.name } }))
}
