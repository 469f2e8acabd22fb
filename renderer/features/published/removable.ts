import type { PublishedPart } from '../../../shared/contract/published.contract.ts'
import type { RemovalOffer } from '../../../shared/published/removal-offer.ts'

/** What can be done about all that is out of a post on one account. */
export interface OutOnAccount {
  readonly accountId: string
  readonly parts: readonly PublishedPart[]
  /** Parts that can be deleted now. */
  readonly count: number
  /** Why something of it stays; null: nothing does. */
  readonly stays: Exclude<RemovalOffer, 'yes' | 'removed'> | null
  readonly isUnderWay: boolean
}

/** One for each account on which anything of it is still out. */
export function outByAccount(parts: readonly PublishedPart[]): readonly OutOnAccount[] {
  const accountIds = [...new Set(parts.map(({ accountId }) => accountId))]
  return accountIds.flatMap((accountId) => {
    const own = parts.filter((part) => part.accountId === accountId && part.removal !== 'removed')
    if (own.length === 0) return []
    const stays = own.map(({ removal }) => removal).find((removal) => removal !== 'yes' && removal !== 'removed') ?? null
    return [{ accountId, parts: own, count: own.filter(({ removal, underWay }) => removal === 'yes' && underWay === null).length, stays, isUnderWay: own.some(({ underWay }) => underWay !== null) }]
  })
}
