import type { Account } from '../accounts/account.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { NetworkId } from '../networks/network-id.ts'
import type { PostProblem } from './post-problem.ts'
import { partsFor } from './post-parts.ts'
import type { PostContent } from './post.ts'

/** Accounts whose network fetches pictures at a public address, while the client has no place from which it could. */
export function checkMediaHost(content: PostContent, accounts: readonly Account[], capabilitiesOf: (networkId: NetworkId) => NetworkCapabilities, hasHost: boolean): readonly PostProblem[] {
  if (hasHost) return []
  return content.targets.flatMap(({ accountId }): readonly PostProblem[] => {
    const account = accounts.find(({ id }) => id === accountId)
    if (account === undefined) return []
    const network = capabilitiesOf(account.networkId)
    const hasMedia = partsFor(content, account, network).some(({ media }) => media.length > 0)
    return network.images.fetched !== undefined && hasMedia ? [{ severity: 'stop', code: 'media_host_missing', accountId, details: { network: network.name } }] : []
  })
}
