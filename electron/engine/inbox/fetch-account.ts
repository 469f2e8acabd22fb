import type Database from 'better-sqlite3'
import type { Account } from '../../../shared/accounts/account.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { Incoming } from '../networks/network-adapter.ts'
import type { NetworkFailure } from '../networks/network-failure.ts'
import type { PollOutcome } from '../polling/poll-loop.ts'
import type { ReactionsService } from '../figures/reactions-service.ts'
import type { Clock } from '../time/clock.ts'
import type { AccountCursors } from './account-cursors.ts'
import type { Batch, Stored } from './store-items.ts'

/** Batches in one turn; a network that always says "more" gets its next turn later. */
const mostBatches = 40

export interface FetchAccountNeeds {
  readonly database: Database.Database
  readonly clock: Clock
  readonly accounts: Pick<AccountsService, 'withSession' | 'read'>
  readonly cursors: AccountCursors
  /** When the network's budget leaves room for a look, ms since the epoch. */
  mayFetchAt(account: Account): number
  storeItems(batch: Batch): Stored
  readonly reactions: Pick<ReactionsService, 'note' | 'announce'>
  /** Once there is nothing more that is new. */
  lookAtReviews(accountId: string, signal: AbortSignal): Promise<void>
  /** After each batch's commit. */
  onStored(stored: Stored, isFirstLook: boolean): void
}

/**
 * One turn of an account: batch after batch from the stored cursor until the network has no more. Each batch and its cursor are one
 * transaction, so a crash in between means that the same is fetched again, and nothing is lost or doubled.
 */
export function createFetchAccount(needs: FetchAccountNeeds): (accountId: string, signal: AbortSignal) => Promise<PollOutcome> {
  const { database, clock, accounts, cursors } = needs

  /** Until when the budget is kept for what is to go out; null when it leaves room. */
  function hasToWait(accountId: string): number | null {
    const account = accounts.read(accountId)
    const at = account === null ? 0 : needs.mayFetchAt(account)
    return at > clock.now() ? at : null
  }

  function keep(accountId: string, { items, reactions = [], nextCursor }: Incoming, { isFirstLook, hasMore }: { readonly isFirstLook: boolean; readonly hasMore: boolean }): Stored {
    const { stored, isCountedAnew } = database.transaction(() => {
      const now = clock.now()
      cursors.write(accountId, { cursor: nextCursor, isCaughtUp: !hasMore, now })
      return { stored: needs.storeItems({ accountId, items, now, isFirstLook }), isCountedAnew: needs.reactions.note(accountId, reactions) }
    }).immediate()
    if (isCountedAnew) needs.reactions.announce()
    return stored
  }

  return async (accountId, signal) => {
    for (let batches = 1; ; batches += 1) {
      const mayFetchAt = hasToWait(accountId)
      if (mayFetchAt !== null) return { kind: 'postponed', until: mayFetchAt }
      const before = cursors.read(accountId)
      const cursor = before?.cursor ?? null
      const fetched = await accounts.withSession(accountId, signal, (session, adapter) => {
        if (adapter.inbox === undefined) throw new Error(`${adapter.capabilities.id} has no inbox`)
        return adapter.inbox.fetchSince(session, cursor)
      })
      if (signal.aborted) return { kind: 'fetched', pollAgainAfterMs: null }
      if (!fetched.ok) return outcomeOf(fetched.failure)
      const isFirstLook = (before?.caughtUpAt ?? null) === null
      const hasMore = isThereMore(fetched.value, cursor)
      const { pollAgainAfterMs } = fetched.value
      needs.onStored(keep(accountId, fetched.value, { isFirstLook, hasMore }), isFirstLook)
      if (!hasMore) await needs.lookAtReviews(accountId, signal)
      if (!hasMore || batches === mostBatches) return { kind: 'fetched', pollAgainAfterMs }
    }
  }
}

function outcomeOf(failure: NetworkFailure): PollOutcome {
  return {
    kind: 'failed',
    error: failure.error,
    notBefore: failure.kind === 'rate_limited' ? failure.until : null,
    suspend: failure.kind === 'auth_revoked'
  }
}

/** A network that says "more" and stands still would be asked for ever. */
function isThereMore({ more, nextCursor }: { readonly more: boolean; readonly nextCursor: string | null }, cursor: string | null): boolean {
  return more && nextCursor !== null && nextCursor !== cursor
}
