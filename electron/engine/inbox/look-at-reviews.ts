import type Database from 'better-sqlite3'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { NetworkFailure } from '../networks/network-failure.ts'
import type { Clock } from '../time/clock.ts'
import type { ConversationSums } from './conversation-sums.ts'
import type { ReviewItems } from './review-items.ts'
import type { Batch, Stored } from './store-items.ts'

/** In one turn of an account: what is kept is looked through over the hours, beside what is new. */
const mostInOneTurn = 3
/** The same one no sooner than this after the last look, in ms. */
const betweenLooksMs = 60 * 60_000

interface KeptReview {
  readonly conversationId: string
  readonly itemId: string
  readonly remoteId: string
}

export interface LookAtReviewsNeeds {
  readonly database: Database.Database
  readonly clock: Clock
  readonly accounts: Pick<AccountsService, 'withSession' | 'read' | 'adapterFor'>
  readonly reviews: Pick<ReviewItems, 'setGone'>
  readonly sums: Pick<ConversationSums, 'refresh'>
  storeItems(batch: Batch): Stored
  /** After each commit. */
  onStored(stored: Stored): void
}

/**
 * Asks for kept reviews one by one, the one longest not looked at first: a list of what is new says neither that one was deleted, nor everywhere that one was answered. What cannot be asked now is asked
 * in a later turn; one that its network does not give, or in no shape that is known, is passed over until its turn comes again, so that it keeps no other one waiting.
 */
export function createLookAtReviews(needs: LookAtReviewsNeeds): (accountId: string, signal: AbortSignal) => Promise<void> {
  const { database, clock, accounts, reviews, sums } = needs
  const next = database.prepare<[string, number, number], KeptReview>(
    `SELECT conversation.id AS conversationId, item.id AS itemId, item.remote_id AS remoteId FROM conversations AS conversation
     JOIN inbox_items AS item ON item.account_id = conversation.account_id AND item.remote_id = conversation.remote_id
     WHERE conversation.account_id = ? AND conversation.kind = 'review' AND item.gone_at IS NULL AND coalesce(conversation.looked_at, 0) < ?
     ORDER BY conversation.looked_at, conversation.last_at DESC LIMIT ?`
  )
  const setLooked = database.prepare<[number, string]>('UPDATE conversations SET looked_at = ? WHERE id = ?')

  async function lookAt(accountId: string, { conversationId, itemId, remoteId }: KeptReview, signal: AbortSignal): Promise<boolean> {
    const found = await accounts.withSession(accountId, signal, (session, adapter) => {
      if (adapter.readReview === undefined) throw new Error(`${adapter.capabilities.id} has no reviews`)
      return adapter.readReview(session, remoteId)
    })
    if (signal.aborted) return false
    if (!found.ok) return isAboutThisOne(found.failure) && passOver(conversationId)
    const stored = database.transaction((): Stored => {
      const now = clock.now()
      setLooked.run(now, conversationId)
      if (found.value !== 'gone') return needs.storeItems({ accountId, items: [found.value], now, isFirstLook: false })
      if (!reviews.setGone(itemId, now)) return { conversationIds: [], arrived: [] }
      sums.refresh(conversationId)
      return { conversationIds: [conversationId], arrived: [] }
    }).immediate()
    needs.onStored(stored)
    return true
  }

  function passOver(conversationId: string): true {
    setLooked.run(clock.now(), conversationId)
    return true
  }

  return async (accountId, signal) => {
    const account = accounts.read(accountId)
    if (account === null || accounts.adapterFor(account.networkId).readReview === undefined) return
    for (const review of next.all(accountId, clock.now() - betweenLooksMs, mostInOneTurn)) {
      if (!(await lookAt(accountId, review, signal))) return
    }
  }
}

/** And not about the login, the connection or the number of calls, which would be the same for the next one. */
function isAboutThisOne({ kind }: NetworkFailure): boolean {
  return kind === 'rejected' || kind === 'bug'
}
