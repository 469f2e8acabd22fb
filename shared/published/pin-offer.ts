import type { Account } from '../accounts/account.ts'
import { capabilitiesOf } from '../networks/capabilities-of.ts'
import type { Job } from '../outbox/job.ts'

/**
 * Whether Vigie can pin something of ours that is out. removed, account_gone, unnamed, by_hand: as with a deletion · none_there, not_by_interface, not_yet: the network's own reasons (`pin-rule.ts`) ·
 * not_first: a later part of a thread, or a comment below the post · not_this_kind: of ordinary posts and documents, and this is none (a story, a reel) · right_missing: the login was not given what it needs.
 */
export const pinOffers = ['yes', 'removed', 'account_gone', 'unnamed', 'by_hand', 'none_there', 'not_by_interface', 'not_yet', 'not_first', 'not_this_kind', 'right_missing'] as const
export type PinOffer = (typeof pinOffers)[number]

export interface PinFacts {
  readonly account: Pick<Account, 'networkId' | 'lacksRights'> | null
  readonly job: Pick<Job, 'removedAt' | 'format' | 'part'>
  readonly remoteId: string | null
}

export function pinOffer({ account, job, remoteId }: PinFacts): PinOffer {
  if (job.removedAt !== undefined) return 'removed'
  if (account === null) return 'account_gone'
  const { connectBy, pin } = capabilitiesOf(account.networkId)
  if (connectBy === 'by_hand') return 'by_hand'
  if (pin.offer.value !== 'yes') return pin.offer.value
  return offerOfPost(job) ?? offerOfLogin(account, pin.right, remoteId)
}

function offerOfPost({ format, part }: PinFacts['job']): PinOffer | null {
  if (part !== undefined && part.number > 1) return 'not_first'
  return format !== undefined && format !== 'document' ? 'not_this_kind' : null
}

function offerOfLogin({ lacksRights = [] }: NonNullable<PinFacts['account']>, right: string | undefined, remoteId: string | null): PinOffer {
  if (remoteId === null) return 'unnamed'
  return right !== undefined && lacksRights.includes(right) ? 'right_missing' : 'yes'
}
