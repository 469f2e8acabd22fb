import { useEffect, useState } from 'react'
import type { Account } from '../../../shared/accounts/account.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { checkTermsOf } from '../../../shared/posts/check-terms.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import type { PostProblem } from '../../../shared/posts/post-problem.ts'
import type { TermsOffer } from '../../../shared/posts/post-terms.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { studio } from '../../bridge/studio-client.ts'

/** What the account's network, as it last said, does not let it choose (any more). What needs no network is found by `checkPost`. */
export function useTermsProblems(workspaceId: string, content: PostContent, accounts: readonly Account[], media: readonly MediaItem[]): readonly PostProblem[] {
  const direct = content.targets.flatMap(({ accountId, terms }) => (terms === undefined ? [] : (accounts.find(({ id }) => id === accountId) ?? [])))
  const offers = useOffers(workspaceId, direct.map(({ id }) => id).join(' '))
  return direct.flatMap((account) => {
    const offer = offers.get(account.id)
    const network = capabilitiesOf(account.networkId)
    if (offer === undefined) return []
    const part = partsFor(content, account, network)[0]
    const known = checkTermsOf(part, network, media)
    return checkTermsOf(part, network, media, offer).flatMap((code) => (known.includes(code) ? [] : [{ severity: 'stop' as const, code, accountId: account.id, details: { network: network.name } }]))
  })
}

function useOffers(workspaceId: string, ids: string): ReadonlyMap<string, TermsOffer> {
  const [offers, setOffers] = useState<ReadonlyMap<string, TermsOffer>>(new Map())
  useEffect(() => {
    let isOver = false
    const read = async (): Promise<void> => {
      const found = await Promise.all(ids.split(' ').filter((id) => id !== '').map(async (accountId) => [accountId, await studio.request('terms.read', { workspaceId, accountId })] as const))
      if (!isOver) setOffers(new Map(found.flatMap(([id, answer]) => (answer.ok && answer.value.offer !== null ? [[id, answer.value.offer]] : []))))
    }
    if (ids !== '') void read()
    const end = studio.on('terms.changed', (event) => void (event.workspaceId === workspaceId && ids !== '' && read()))
    return () => {
      isOver = true
      end()
    }
  }, [workspaceId, ids])
  return offers
}
