import type { Account } from '../accounts/account.ts'
import { capabilitiesOf } from '../networks/capabilities-of.ts'
import type { Job } from '../outbox/job.ts'

/**
 * Whether Vigie can delete something of ours that is out. removed: it is deleted already · account_gone: the account was removed here · unnamed: published by hand, or confirmed by
 * eye, so nobody knows which one it is there · by_hand: the network has no interface at all · not_by_interface: it has one that does not delete · too_late: only for a while after it went out.
 */
export const removalOffers = ['yes', 'removed', 'account_gone', 'unnamed', 'by_hand', 'not_by_interface', 'too_late'] as const
export type RemovalOffer = (typeof removalOffers)[number]

export interface RemovalFacts {
  readonly account: Pick<Account, 'networkId'> | null
  readonly job: Pick<Job, 'finishedAt' | 'removedAt'>
  readonly remoteId: string | null
  /** ms since the epoch. */
  readonly now: number
}

export function removalOffer({ account, job, remoteId, now }: RemovalFacts): RemovalOffer {
  if (job.removedAt !== undefined) return 'removed'
  if (account === null) return 'account_gone'
  const { connectBy, removal } = capabilitiesOf(account.networkId)
  if (connectBy === 'by_hand') return 'by_hand'
  if (removal.offer.value !== 'yes') return 'not_by_interface'
  if (remoteId === null) return 'unnamed'
  return removal.within !== undefined && now > (job.finishedAt ?? now) + removal.within.value ? 'too_late' : 'yes'
}
