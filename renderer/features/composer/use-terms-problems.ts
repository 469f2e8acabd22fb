import type { Account } from '../../../shared/accounts/account.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { checkTermsOf } from '../../../shared/posts/check-terms.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import type { PostProblem } from '../../../shared/posts/post-problem.ts'
import type { TermsOffer } from '../../../shared/posts/post-terms.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { studio } from '../../bridge/studio-client.ts'
import { useToldByAccounts } from './use-told-by-accounts.ts'

/** What the account's network, as it last said, does not let it choose (any more). What needs no network is found by `checkPost`. */
export function useTermsProblems(workspaceId: string, content: PostContent, accounts: readonly Account[], media: readonly MediaItem[]): readonly PostProblem[] {
  const direct = content.targets.flatMap(({ accountId, terms }) => (terms === undefined ? [] : (accounts.find(({ id }) => id === accountId) ?? [])))
  const offers = useToldByAccounts(workspaceId, direct.map(({ id }) => id), 'terms.changed', readOffer)
  return direct.flatMap((account) => {
    const offer = offers.get(account.id)
    const network = capabilitiesOf(account.networkId)
    if (offer === undefined) return []
    const parts = partsFor(content, account, network)
    const known = checkTermsOf(parts, network, media)
    return checkTermsOf(parts, network, media, offer).flatMap((code) => (known.includes(code) ? [] : [{ severity: 'stop' as const, code, accountId: account.id, details: { network: network.name } }]))
  })
}

async function readOffer(workspaceId: string, accountId: string): Promise<TermsOffer | null> {
  const answer = await studio.request('terms.read', { workspaceId, accountId })
  return answer.ok ? answer.value.offer : null
}
