import type { AccountIdentity } from '../network-connect.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { MastodonApi } from './mastodon-api.ts'
import { askMastodonInstance, limitsOfInstance, type MastodonInstance } from './mastodon-limits.ts'
import { ownAccountSchema } from './mastodon-schemas.ts'

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
    serverLimits: limitsOfInstance(instance)
  })
}

/** Limits are a help, not a condition: a server that does not tell them has those of the network. */
async function readInstance(api: MastodonApi): Promise<MastodonInstance> {
  const told = await askMastodonInstance(api)
  return told.ok ? told.value : {}
}

/** Handles bear the server's name, which may differ from the address of its web pages. */
function domainOf({ domain, uri }: MastodonInstance, serverUrl: string): string {
  const named = (domain ?? uri ?? '').replace(/^https?:\/\//, '').replace(/\/.*$/, '')
  return named === '' ? new URL(serverUrl).host : named
}
