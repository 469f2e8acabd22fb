import type { Account } from '../accounts/account.ts'
import { isVideo, type MediaItem } from '../media/media-item.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { NetworkId } from '../networks/network-id.ts'
import type { PostProblem } from './post-problem.ts'
import { partsFor } from './post-parts.ts'
import type { PostContent } from './post.ts'

/** Accounts whose network fetches pictures at a public address, while the client has no place from which it could. */
export function checkMediaHost(content: PostContent, accounts: readonly Account[], capabilitiesOf: (networkId: NetworkId) => NetworkCapabilities, hasHost: boolean, media: readonly MediaItem[]): readonly PostProblem[] {
  if (hasHost) return []
  return content.targets.flatMap(({ accountId }): readonly PostProblem[] => {
    const account = accounts.find(({ id }) => id === accountId)
    if (account === undefined) return []
    const network = capabilitiesOf(account.networkId)
    const videos = network.video?.isSent === true ? new Set(media.filter(isVideo).map(({ id }) => id)) : new Set()
    const isFetched = partsFor(content, account, network).some((part) => part.media.some(({ mediaId }) => !videos.has(mediaId)))
    return network.images.fetched !== undefined && isFetched ? [{ severity: 'stop', code: 'media_host_missing', accountId, details: { network: network.name } }] : []
  })
}
