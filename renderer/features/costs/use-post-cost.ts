import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { costOfText, leftOfCap, monthOf, type PostCost } from '../../../shared/costs/post-cost.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { useFormats } from '../../language/use-formats.ts'
import { useNetworkNames } from '../../language/use-network-names.ts'
import { useWorkspace } from '../../shell/studio-store.ts'
import type { ReadyState } from '../composer/composer-state.ts'

export interface PostCosts {
  /** Thousandths of a US dollar, for all its accounts and parts together. */
  readonly mills: number
  readonly posts: number
  readonly withLink: number
  /** Who asks for it. */
  readonly networks: string
  /** Of the month that runs, with what may have arrived; null while it is not known. */
  readonly spent: number | null
  readonly cap: number | null
  readonly isOverCap: boolean
}

/** What networks ask for the content as it is now. */
export interface Priced {
  readonly networkIds: readonly NetworkId[]
  readonly costs: readonly PostCost[]
}

export function pricedOf({ post, accounts }: Pick<ReadyState, 'post' | 'accounts'>): Priced {
  const priced = post.content.targets.flatMap(({ accountId }) => {
    const account = accounts.find(({ id }) => id === accountId)
    return account === undefined || capabilitiesOf(account.networkId).price === undefined ? [] : [account]
  })
  const costs = priced.flatMap((account) => {
    const network = capabilitiesOf(account.networkId)
    return partsFor(post.content, account, network).flatMap(({ document }) => costOfText(documentToText(document), network) ?? [])
  })
  return { networkIds: [...new Set(priced.map(({ networkId }) => networkId))], costs }
}

/** What the post would cost as it is now; null where it costs nothing. `time`: when it is to leave, by the client's clocks. */
export function usePostCost(workspaceId: string, { networkIds, costs }: Priced, { time }: { readonly time: string }): PostCosts | null {
  const cap = useWorkspace(workspaceId)?.safety.monthlyCapMills ?? null
  const formats = useFormats()
  const names = useNetworkNames()
  const [loaded] = useRequest('costs.read', { workspaceId }, ['outbox.changed'])
  if (costs.length === 0) return null
  const mills = costs.reduce((sum, cost) => sum + cost.mills, 0)
  const { spent, left } = loaded.kind === 'ready' ? monthSoFar(loaded.value, cap, time) : { spent: null, left: cap }
  return {
    mills,
    posts: costs.length,
    withLink: costs.filter(({ hasLink }) => hasLink).length,
    networks: formats.list([...new Set(networkIds.map(names.inSentence))]),
    spent,
    cap,
    isOverCap: left !== null && mills > left
  }
}

/** What the month that runs has cost, and what the cap leaves in the month that the post is to leave in. */
function monthSoFar({ month, months, possible }: RequestOutput<'costs.read'>, cap: number | null, time: string): { readonly spent: number; readonly left: number | null } {
  const charged = months.find((one) => one.month === month)?.mills ?? 0
  return { spent: charged + possible.mills, left: monthOf(time) === month ? leftOfCap(cap, charged, possible.mills) : cap }
}
