import type { Account } from '../accounts/account.ts'
import { capabilitiesOf } from './capabilities-of.ts'
import type { NetworkId } from './network-id.ts'
import { tiktokPageUrl } from './tiktok-capabilities.ts'
import { youtubeStudioUrl } from './youtube-capabilities.ts'

/** Where a person finishes what a network leaves to them, although Vigie serves it: YouTube keeps private what a project without an audit uploads, TikTok takes drafts. */
const pages: Readonly<Partial<Record<NetworkId, string>>> = { youtube: youtubeStudioUrl, tiktok: tiktokPageUrl }

/** The network where the person publishes by themselves, and its page for it. */
export function byHandPageOf({ networkId, displayName, serverUrl }: Pick<Account, 'networkId' | 'displayName' | 'serverUrl'>): { readonly network: string; readonly address: string } {
  return networkId === 'assisted' ? { network: displayName, address: serverUrl } : { network: capabilitiesOf(networkId).name, address: pages[networkId] ?? serverUrl }
}
