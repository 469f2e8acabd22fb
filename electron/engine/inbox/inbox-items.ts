import type Database from 'better-sqlite3'
import { withoutTowers } from '../../../shared/text/stacked-marks.ts'
import { createTimeOrderedNumbers } from '../database/time-ordered-number.ts'
import type { IncomingItem } from '../networks/network-incoming.ts'
import type { ItemRow } from './inbox-rows.ts'

export interface NewItem {
  readonly id: string
  readonly conversationId: string
  readonly accountId: string
  readonly item: IncomingItem
  /** ms since the epoch; where in time the item stands, which is not always what the network said. */
  readonly createdAt: number
  readonly isRead: boolean
}

export interface InboxItems {
  find(itemId: string): ItemRow | null
  findRemote(accountId: string, remoteId: string): ItemRow | null
  insert(item: NewItem): void
  /** Brings an item to what the network says of it now; false when nothing is new. Its time and its being read stay. */
  update(before: ItemRow, now: IncomingItem, isLiked: boolean): boolean
  setLiked(itemId: string, isLiked: boolean): void
  setHeld(itemId: string, isHeld: boolean): void
  setDetached(itemId: string, isDetached: boolean): void
  /** Of the item, and of all that stands where it does. */
  setLocked(item: Pick<ItemRow, 'account_id' | 'lock_place'>, isLocked: boolean): void
  /** Oldest first, the newest `limit` of a conversation. */
  ofConversation(conversationId: string, limit: number): ItemRow[]
  newestByOthers(conversationId: string): ItemRow | null
}

/** The one writer of `inbox_items` and of its full-text index. All writes belong into a transaction of the caller. */
export function createInboxItems(database: Database.Database): InboxItems {
  const nextNumber = createTimeOrderedNumbers(database, 'inbox_items')
  const find = database.prepare<[string], ItemRow>('SELECT * FROM inbox_items WHERE id = ?')
  const findRemote = database.prepare<[string, string], ItemRow>('SELECT * FROM inbox_items WHERE account_id = ? AND remote_id = ?')
  const insertRow = database.prepare<[ItemRow]>(
    `INSERT INTO inbox_items (number, id, conversation_id, account_id, remote_id, parent_remote_id, author_name, author_handle, is_own, text, url, created_at, is_read, is_liked, is_held, may_hide, keep_out_place, lock_place, is_locked, quoted_remote_id, quoted_text, is_detached, attachment_count, stars, edited_at, gone_at)
     VALUES (@number, @id, @conversation_id, @account_id, @remote_id, @parent_remote_id, @author_name, @author_handle, @is_own, @text, @url, @created_at, @is_read, @is_liked, @is_held, @may_hide, @keep_out_place, @lock_place, @is_locked, @quoted_remote_id, @quoted_text, @is_detached, @attachment_count, @stars, @edited_at, @gone_at)`
  )
  const insertWords = database.prepare<[ItemRow]>(
    'INSERT INTO inbox_search (rowid, text, author_name, author_handle) VALUES (@number, @text, @author_name, @author_handle)'
  )
  const updateRow = database.prepare<[ItemRow]>(
    `UPDATE inbox_items SET parent_remote_id = @parent_remote_id, is_own = @is_own, url = @url, is_liked = @is_liked, is_held = @is_held, may_hide = @may_hide, keep_out_place = @keep_out_place, lock_place = @lock_place, is_locked = @is_locked,
       quoted_remote_id = @quoted_remote_id, quoted_text = @quoted_text, is_detached = @is_detached,
       attachment_count = @attachment_count, is_read = @is_read WHERE id = @id`
  )
  // Its own statement: only this one wakes the trigger that writes the index anew.
  const updateWords = database.prepare<[ItemRow]>('UPDATE inbox_items SET text = @text, author_name = @author_name, author_handle = @author_handle WHERE id = @id')
  const setHeld = database.prepare<[number, string]>('UPDATE inbox_items SET is_held = ? WHERE id = ?')
  const setDetached = database.prepare<[number, string]>('UPDATE inbox_items SET is_detached = ? WHERE id = ? AND quoted_remote_id IS NOT NULL')
  const setLocked = database.prepare<[number, string, string, number]>('UPDATE inbox_items SET is_locked = ? WHERE account_id = ? AND lock_place = ? AND is_locked <> ?')
  const setLiked = database.prepare<[number, string]>('UPDATE inbox_items SET is_liked = ? WHERE id = ?')
  const newest = database.prepare<[string, number], ItemRow>('SELECT * FROM inbox_items WHERE conversation_id = ? ORDER BY created_at DESC, number DESC LIMIT ?')
  const newestByOthers = database.prepare<[string], ItemRow>(
    'SELECT * FROM inbox_items WHERE conversation_id = ? AND is_own = 0 ORDER BY created_at DESC, number DESC LIMIT 1'
  )

  function spreadLock({ account_id, lock_place, is_locked }: Pick<ItemRow, 'account_id' | 'lock_place' | 'is_locked'>): void {
    if (lock_place !== null) setLocked.run(is_locked, account_id, lock_place, is_locked)
  }

  return {
    find: (itemId) => find.get(itemId) ?? null,
    findRemote: (accountId, remoteId) => findRemote.get(accountId, remoteId) ?? null,
    insert({ id, conversationId, accountId, item, createdAt, isRead }) {
      const row: ItemRow = {
        number: nextNumber(createdAt),
        id,
        conversation_id: conversationId,
        account_id: accountId,
        remote_id: item.remoteId,
        created_at: createdAt,
        is_read: isRead || item.isOwn ? 1 : 0,
        is_liked: item.isLiked ? 1 : 0,
        stars: item.review?.stars ?? null,
        edited_at: item.review?.editedAt ?? null,
        gone_at: null,
        ...changeable(item)
      }
      insertRow.run(row)
      insertWords.run(row)
      spreadLock(row)
    },
    update(before, now, isLiked) {
      const after: ItemRow = { ...before, ...changeable(now), is_liked: isLiked ? 1 : 0, is_read: now.isOwn ? 1 : before.is_read }
      const saysOtherwise = after.text !== before.text || after.author_name !== before.author_name || after.author_handle !== before.author_handle
      const isOtherwise = updatedColumns.some((column) => after[column] !== before[column])
      if (saysOtherwise) updateWords.run(after)
      if (isOtherwise) updateRow.run(after)
      if (isOtherwise) spreadLock(after)
      return saysOtherwise || isOtherwise
    },
    setHeld: (itemId, isHeld) => void setHeld.run(isHeld ? 1 : 0, itemId),
    setDetached: (itemId, isDetached) => void setDetached.run(isDetached ? 1 : 0, itemId),
    setLocked: (item, isLocked) => spreadLock({ ...item, is_locked: isLocked ? 1 : 0 }),
    setLiked: (itemId, isLiked) => void setLiked.run(isLiked ? 1 : 0, itemId),
    ofConversation: (conversationId, limit) => newest.all(conversationId, limit).toReversed(),
    newestByOthers: (conversationId) => newestByOthers.get(conversationId) ?? null
  }
}

const updatedColumns = ['parent_remote_id', 'is_own', 'url', 'is_liked', 'is_held', 'may_hide', 'keep_out_place', 'lock_place', 'is_locked', 'quoted_remote_id', 'quoted_text', 'is_detached', 'attachment_count', 'is_read'] as const

function changeable(item: IncomingItem) {
  return {
    parent_remote_id: item.parentRemoteId,
    author_name: withoutTowers(item.authorName),
    author_handle: item.authorHandle,
    is_own: item.isOwn ? 1 : 0,
    text: withoutTowers(item.text),
    url: item.url,
    is_held: item.isHeld ? 1 : 0,
    may_hide: item.mayHide === true ? 1 : 0,
    keep_out_place: item.keepOutPlace ?? null,
    lock_place: item.lock?.place ?? null,
    is_locked: item.lock?.isLocked === true ? 1 : 0,
    ...quoteColumns(item.quotes),
    attachment_count: item.attachmentCount
  }
}

function quoteColumns(quotes: IncomingItem['quotes']): Pick<ItemRow, 'quoted_remote_id' | 'quoted_text' | 'is_detached'> {
  if (quotes === undefined) return { quoted_remote_id: null, quoted_text: '', is_detached: 0 }
  return { quoted_remote_id: quotes.remoteId, quoted_text: withoutTowers(quotes.text), is_detached: quotes.isDetached ? 1 : 0 }
}
