import type { Account } from '../accounts/account.ts'
import { capabilitiesOf } from '../networks/capabilities-of.ts'
import type { EditHindrance, EditRule } from '../networks/edit-rule.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { Job } from '../outbox/job.ts'

/**
 * Whether Vigie can change the words of something of ours that is out. removed: it is deleted · account_gone, unnamed, by_hand: as with a deletion · none_there, not_by_interface,
 * not_shown, not_yet: the network's own reasons (`edit-rule.ts`) · not_this_kind: of ordinary posts and documents, and this is none (a reel, a story, a first comment) ·
 * with_…: the network, or Vigie there, leaves the words of such a post alone (`notWith`) · is_answer: so it does with a part of a thread that answers the one before it · too_late: only for a while
 * after it went out (`within`).
 */
export const editOffers = ['yes', 'removed', 'account_gone', 'unnamed', 'by_hand', 'none_there', 'not_by_interface', 'not_shown', 'not_yet', 'not_this_kind', 'with_film', 'with_poll', 'with_picture', 'with_image', 'with_link', 'is_answer', 'too_late'] as const
export type EditOfferOfPart = (typeof editOffers)[number]

export interface EditFacts {
  readonly account: Pick<Account, 'networkId'> | null
  readonly job: Pick<Job, 'removedAt' | 'format' | 'part' | 'finishedAt'>
  readonly remoteId: string | null
  /** What it is beside words. */
  readonly holds: readonly EditHindrance[]
  /** ms since the epoch. */
  readonly now: number
}

export function editOffer({ account, job, remoteId, holds, now }: EditFacts): EditOfferOfPart {
  if (job.removedAt !== undefined) return 'removed'
  if (account === null) return 'account_gone'
  const { connectBy, edit, threads } = capabilitiesOf(account.networkId)
  if (connectBy === 'by_hand') return 'by_hand'
  if (edit.offer.value !== 'yes') return edit.offer.value
  if (isOfOtherKind(job, threads)) return 'not_this_kind'
  const left = leftAlone(edit, job, holds)
  if (left !== null) return left
  if (remoteId === null) return 'unnamed'
  return now > (editableUntil({ account, job }) ?? now) ? 'too_late' : 'yes'
}

function leftAlone({ notWith, notAnswers }: EditRule, { part }: EditFacts['job'], holds: EditFacts['holds']): EditOfferOfPart | null {
  const hindrance = notWith?.find((one) => holds.includes(one))
  if (hindrance !== undefined) return `with_${hindrance}`
  return notAnswers === true && part !== undefined && part.number > 1 ? 'is_answer' : null
}

/** When the network lets it be changed no longer, ms since the epoch; null: at no such time. Its own word about it is asked for before anything is written. */
export function editableUntil({ account, job }: { readonly account: EditFacts['account']; readonly job: Pick<Job, 'finishedAt'> }): number | null {
  const within = account === null ? undefined : capabilitiesOf(account.networkId).edit.within
  return within === undefined || job.finishedAt === null ? null : job.finishedAt + within.value
}

/** A reel, a story, or a comment below a post. */
function isOfOtherKind({ format, part }: EditFacts['job'], threads: NetworkCapabilities['threads']): boolean {
  return (format !== undefined && format !== 'document') || (threads === 'joined' && part !== undefined && part.number > 1)
}
