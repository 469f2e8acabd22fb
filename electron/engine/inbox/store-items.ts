import type Database from 'better-sqlite3'
import { stateAfterArrival } from '../../../shared/inbox/state-after-arrival.ts'
import type { IncomingItem } from '../networks/network-incoming.ts'
import type { Random } from '../random.ts'
import { standingOf, type ConversationSums } from './conversation-sums.ts'
import type { Conversations } from './conversations.ts'
import type { InboxItems } from './inbox-items.ts'
import type { ConversationRow, ItemRow } from './inbox-rows.ts'
import { ownerReplyOf, type ReviewItems } from './review-items.ts'
import { placeInTime } from '../time/place-in-time.ts'

/** In the first look back, what is older than this comes in as read, and its conversations as done: history, not work. */
const historyMs = 14 * 24 * 60 * 60_000

export interface Batch {
  readonly accountId: string
  readonly items: readonly IncomingItem[]
  /** ms since the epoch. */
  readonly now: number
  /** The account has never been fetched to the end. */
  readonly isFirstLook: boolean
}

export interface Arrived {
  readonly conversationId: string
  readonly authorName: string
}

export interface Stored {
  readonly conversationIds: readonly string[]
  /** New, by somebody else, and unread; oldest first. */
  readonly arrived: readonly Arrived[]
}

export interface StoreItemsNeeds {
  readonly database: Database.Database
  readonly random: Random
  readonly items: InboxItems
  readonly reviews: Pick<ReviewItems, 'bring' | 'endReply'>
  readonly conversations: Conversations
  readonly sums: ConversationSums
}

interface Touched {
  before: ConversationRow | null
  hasNewItems: boolean
  /** Ids of new items by somebody else. */
  readonly newByOthers: string[]
}

/**
 * Takes items into the inbox: each once (`account_id`, `remote_id`), edits in place, conversations summed up anew. The same batch again
 * changes nothing. What the network no longer shows stays as it was. Call it in a transaction, together with the cursor.
 */
export function createStoreItems(needs: StoreItemsNeeds): (batch: Batch) => Stored {
  const { database, random, items, reviews, conversations, sums } = needs
  const openLike = database.prepare<[string], { one: number }>(
    `SELECT 1 AS one FROM outbox_jobs WHERE item_id = ? AND kind IN ('like', 'unlike') AND finished_at IS NULL`
  )

  const ownerOf = database.prepare<[string], Pick<ItemRow, 'author_name' | 'author_handle'>>('SELECT display_name AS author_name, handle AS author_handle FROM accounts WHERE id = ?')

  function conversationFor(accountId: string, item: IncomingItem, touched: Map<string, Touched>): string {
    const found = conversations.findRemote(accountId, item.kind, item.conversationRemoteId)
    if (found === null) {
      const id = random.id()
      conversations.insert({ id, accountId, kind: item.kind, remoteId: item.conversationRemoteId, ourPostRemoteId: item.ourPostRemoteId, stars: item.review?.stars })
      touched.set(id, { before: null, hasNewItems: true, newByOthers: [] })
      return id
    }
    if (found.our_post_remote_id === null && item.ourPostRemoteId !== null) conversations.setOurPost(found.id, item.ourPostRemoteId)
    if (!touched.has(found.id)) touched.set(found.id, { before: found, hasNewItems: true, newByOthers: [] })
    return found.id
  }

  function insertNew({ accountId, now, isFirstLook }: Batch, item: IncomingItem, touched: Map<string, Touched>): void {
    const conversationId = conversationFor(accountId, item, touched)
    const id = random.id()
    const createdAt = placeInTime(item.createdAt, now)
    items.insert({ id, conversationId, accountId, item, createdAt, isRead: isFirstLook && createdAt < now - historyMs })
    const place = touched.get(conversationId)
    if (place === undefined) return
    place.hasNewItems = true
    if (!item.isOwn) place.newByOthers.push(id)
  }

  function placeOf(conversationId: string, touched: ReadonlyMap<string, Touched>): Touched {
    return touched.get(conversationId) ?? { before: conversations.find(conversationId), hasNewItems: false, newByOthers: [] }
  }

  /** One that was changed, and what was answered, asks to be looked at as something new does. */
  function takeReview({ now }: Batch, before: ItemRow, item: IncomingItem, touched: Map<string, Touched>): void {
    const place = placeOf(before.conversation_id, touched)
    const brought = reviews.bring(before, item, now)
    if (brought === 'of_before') return
    const hasLostReply = item.review?.reply === null && reviews.endReply(before.conversation_id, now)
    const isOtherwise = items.update(items.find(before.id) ?? before, item, before.is_liked === 1)
    if (brought === 'same' && !hasLostReply && !isOtherwise) return
    touched.set(before.conversation_id, place)
    place.hasNewItems ||= brought !== 'same' || hasLostReply
    if (brought === 'said_anew' && !item.isOwn) place.newByOthers.push(before.id)
  }

  function take(batch: Batch, item: IncomingItem, touched: Map<string, Touched>): void {
    const before = items.findRemote(batch.accountId, item.remoteId)
    if (before === null) {
      insertNew(batch, item, touched)
      return
    }
    if (item.kind === 'review') {
      takeReview(batch, before, item, touched)
      return
    }
    // While a like of ours is on its way, the network does not know of it yet.
    const isLiked = openLike.get(before.id) === undefined ? item.isLiked : before.is_liked === 1
    if (items.update(before, item, isLiked)) touched.set(before.conversation_id, placeOf(before.conversation_id, touched))
  }

  /** Gives the unread items by others that are new in the conversation. */
  function settle(id: string, { before, hasNewItems, newByOthers }: Touched, batch: Batch): Arrived[] {
    if (hasNewItems) sums.markAnsweredAsRead(id)
    const unread = newByOthers.flatMap((itemId) => items.find(itemId) ?? []).filter((item) => item.is_read === 0)
    sums.refresh(id, (row, { lastAt, isWaiting }) => {
      if (!hasNewItems) return standingOf(row)
      if (before === null && batch.isFirstLook && lastAt < batch.now - historyMs) return { state: 'done', snoozedUntil: null, handledUntil: lastAt }
      const state = stateAfterArrival({ stateBefore: before?.state ?? null, hasUnreadArrival: unread.length > 0, isWaiting })
      return { state, snoozedUntil: state === 'snoozed' ? row.snoozed_until : null, handledUntil: row.handled_until }
    })
    return unread.map((item) => ({ conversationId: id, authorName: item.author_name }))
  }

  return (batch) => {
    const touched = new Map<string, Touched>()
    const owner = ownerOf.get(batch.accountId) ?? { author_name: '', author_handle: '' }
    const all = batch.items.flatMap((item) => [item, ownerReplyOf(item, owner) ?? []].flat())
    const oldestFirst = all.toSorted((a, b) => placeInTime(a.createdAt, batch.now) - placeInTime(b.createdAt, batch.now))
    for (const item of oldestFirst) take(batch, item, touched)
    const arrived = [...touched].flatMap(([id, place]) => settle(id, place, batch))
    return { conversationIds: [...touched.keys()], arrived }
  }
}
