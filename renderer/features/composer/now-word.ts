import type { Reach } from '../../../shared/accounts/reach-of-accounts.ts'

interface NowFacts {
  readonly isByHand: boolean
  readonly isOnHold: boolean
  /** Of the accounts it goes to. */
  readonly reach: Reach
}

/** What publishing now comes to, for the button, the key and the palette; a hold counts first: going back online would not let it go. */
export function nowWord({ isByHand, isOnHold, reach }: NowFacts): 'byHand.now' | 'schedule.now' | 'schedule.nowOffline' | 'schedule.nowOnHold' {
  if (isByHand) return 'byHand.now'
  if (isOnHold) return 'schedule.nowOnHold'
  return reach === 'none' ? 'schedule.nowOffline' : 'schedule.now'
}
