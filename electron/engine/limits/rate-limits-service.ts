import type { Account } from '../../../shared/accounts/account.ts'
import type { CallLimits, CallUse } from '../networks/network-limits.ts'

export type Whose = Pick<Account, 'id' | 'networkId'>

/** What the networks let us ask, for all who ask them. Nobody else reads `rate_limits`. */
export interface RateLimits {
  /** For the calls of one account. `app`: through which app it logs in, once its session knows. */
  of(account: Whose, app?: string): CallLimits
  /**
   * When the next thing may leave that makes calls of these kinds; `now` or earlier: at once. `waiting`: how many want to leave up to a moment, asked only
   * when a budget is short.
   */
  sendAt(account: Whose, uses: readonly CallUse[], waiting: (until: number) => number): number
  /** When the inbox may be looked at. `dueSoon`: what will want to leave before the budget is full again. */
  pollAt(account: Whose, dueSoon: () => number): number
  /** A call ended as refused until then, whether or not the adapter's calls told it themselves: nothing is asked sooner. */
  hold(account: Whose, until: number): void
  /** The account is gone. */
  forget(accountId: string): void
  /** The computer's clock was set back by so many ms: nothing waits longer for that. */
  clockWentBack(by: number): void
}
