import type { Account } from '../../../shared/accounts/account.ts'
import { reachOfAccounts, type ConnectionState } from '../../../shared/accounts/reach-of-accounts.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { InboxFilter, InboxView } from './inbox-filter.ts'

type Freshness = RequestOutput<'inbox.freshness'>['accounts']

/**
 * Why the list of conversations is empty. unconnected: there is nobody to hear from · filtered: something may lie outside of the filter ·
 * first_look, waiting: no account was ever asked, under way or without a network · unreadable: an account cannot be asked, so nobody knows.
 */
export type EmptyInboxReason =
  | { readonly kind: 'unconnected' | 'filtered' | 'first_look' | 'waiting' }
  | { readonly kind: 'unreadable'; readonly handle: string }
  | { readonly kind: 'view'; readonly view: InboxView }

export interface EmptyInboxFacts {
  readonly filter: InboxFilter
  readonly accounts: readonly Account[]
  readonly freshness: Freshness
  readonly connection: ConnectionState
}

export function emptyInbox({ filter, accounts, freshness, connection }: EmptyInboxFacts): EmptyInboxReason {
  const { view } = filter
  // What was put off or settled is known without asking anybody.
  if (accounts.length === 0) return view === 'snoozed' || view === 'done' ? { kind: 'view', view } : { kind: 'unconnected' }
  if (filter.kind !== null || filter.accountId !== null) return { kind: 'filtered' }
  if (view === 'snoozed' || view === 'done') return { kind: 'view', view }
  const failing = accounts.find((account) => account.state !== 'connected' || freshness.some((state) => state.accountId === account.id && state.state === 'error'))
  if (failing) return { kind: 'unreadable', handle: failing.handle }
  const neverAsked = accounts.filter(({ id }) => freshness.some((state) => state.accountId === id && state.asOf === null))
  if (neverAsked.length > 0) return { kind: reachOfAccounts(connection, neverAsked) === 'none' ? 'waiting' : 'first_look' }
  return { kind: 'view', view }
}

/** Reviews are named where an account has some. */
export function textOfView(view: InboxView, accounts: readonly Pick<Account, 'networkId'>[]): `${InboxView}Text` | 'openWithReviews' | 'allWithReviews' {
  const hasReviews = accounts.some(({ networkId }) => capabilitiesOf(networkId).inbox.reviews !== undefined)
  return hasReviews && (view === 'open' || view === 'all') ? `${view}WithReviews` : `${view}Text`
}
