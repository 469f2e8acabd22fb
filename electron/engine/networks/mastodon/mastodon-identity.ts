import { z } from 'zod'
import type { AccountIdentity } from '../network-connect.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { ReadLimits } from '../network-reading.ts'
import { done, mapValue } from '../network-results.ts'
import { openMastodonApi, type MastodonApi } from './mastodon-api.ts'
import type { MastodonOptions } from './mastodon-options.ts'
import { ownAccountSchema } from './mastodon-schemas.ts'

const configurationSchema = z.looseObject({
  statuses: z
    .looseObject({ max_characters: z.int().positive().optional().catch(undefined), characters_reserved_per_url: z.int().positive().optional().catch(undefined), max_media_attachments: z.int().positive().optional().catch(undefined) })
    .optional()
    .catch(undefined)
})
/** `domain` in version 2, `uri` in version 1; `max_toot_chars` is what servers other than Mastodon long used. */
const instanceSchema = z.looseObject({
  domain: z.string().optional(),
  uri: z.string().optional(),
  configuration: configurationSchema.optional().catch(undefined),
  max_toot_chars: z.int().positive().optional().catch(undefined)
})
type Instance = z.infer<typeof instanceSchema>

/** Who the token belongs to, and the limits of the server it lives on. */
export async function identifyMastodonAccount(api: MastodonApi, serverUrl: string, accessEndsAt: number | null): Promise<NetworkResult<AccountIdentity>> {
  const account = await api.get('/api/v1/accounts/verify_credentials', {}, ownAccountSchema)
  if (!account.ok) return account
  const instance = await readInstance(api)
  const { id, username, display_name } = account.value
  return done({
    handle: `@${username}@${domainOf(instance, serverUrl)}`,
    displayName: display_name === '' ? username : display_name,
    serverUrl,
    remoteId: id,
    accessEndsAt,
    serverLimits: limitsOf(instance)
  })
}

/** https://docs.joinmastodon.org/methods/instance/#v2 (read on 2026-11-21). */
export function createMastodonLimits(options: MastodonOptions): ReadLimits {
  return async (session) => {
    const api = openMastodonApi(options, session)
    return api.ok ? mapValue(await askInstance(api.value), limitsOf) : api
  }
}

/** Limits are a help, not a condition: a server that does not tell them has those of the network. */
async function readInstance(api: MastodonApi): Promise<Instance> {
  const told = await askInstance(api)
  return told.ok ? told.value : {}
}

async function askInstance(api: MastodonApi): Promise<NetworkResult<Instance>> {
  const second = await api.get('/api/v2/instance', {}, instanceSchema)
  return second.ok ? second : api.get('/api/v1/instance', {}, instanceSchema)
}

function limitsOf({ configuration, max_toot_chars }: Instance): AccountIdentity['serverLimits'] {
  const statuses = configuration?.statuses
  return {
    maxCharacters: statuses?.max_characters ?? max_toot_chars ?? null,
    charactersPerUrl: statuses?.characters_reserved_per_url ?? null,
    maxMedia: statuses?.max_media_attachments ?? null
  }
}

/** Handles bear the server's name, which may differ from the address of its web pages. */
function domainOf({ domain, uri }: Instance, serverUrl: string): string {
  const named = (domain ?? uri ?? '').replace(/^https?:\/\//, '').replace(/\/.*$/, '')
  return named === '' ? new URL(serverUrl).host : named
}
