import type Database from 'better-sqlite3'
import type { InboxItem } from '../../../shared/inbox/inbox-item.ts'
import type { Stars } from '../../../shared/inbox/stars.ts'
import { withoutTowers } from '../../../shared/text/stacked-marks.ts'
import type { IncomingItem } from '../networks/network-incoming.ts'
import { placeInTime } from '../time/place-in-time.ts'
import type { ItemRow } from './inbox-rows.ts'

/** An answer that went out so short a time ago may be missing in what was read before it, or in a list that is a little behind, in ms. */
const settlingMs = 10 * 60_000

export interface ReviewItems {
  /** Brings a review, or what the owner answers to one, to what the network says of it now. `said_anew`: the words or the stars are others. `of_before`: read before a later answer took its place, or it was taken away; nothing is changed. Times are ms since the epoch. */
  bring(before: ItemRow, item: IncomingItem, now: number): 'same' | 'changed' | 'said_anew' | 'of_before'
  /** The network shows no answer: what was kept of one is gone there. Whether there was such a thing. */
  endReply(conversationId: string, now: number): boolean
  /** It is gone there; whether that was new. */
  setGone(itemId: string, now: number): boolean
  /** The next turn of its account asks for it: what stands there is not what was thought. */
  lookSoon(conversationId: string): void
  /** What the owner answers, as it is known here; null: nothing. */
  replyOf(conversationId: string): string | null
  earlierOf(itemId: string): NonNullable<InboxItem['earlier']>
}

/** What is special about reviews among the inbox's items: they are changed, and they go. All writes belong into a transaction of the caller. */
export function createReviewItems(database: Database.Database): ReviewItems {
  const keepEarlier = database.prepare<[string, number, string, number]>('INSERT INTO earlier_reviews (item_id, stars, text, until) VALUES (?, ?, ?, ?)')
  const change = database.prepare<[Pick<ItemRow, 'id' | 'text' | 'stars' | 'created_at' | 'edited_at' | 'is_read'>]>(
    'UPDATE inbox_items SET text = @text, stars = @stars, created_at = @created_at, edited_at = @edited_at, is_read = @is_read, gone_at = NULL WHERE id = @id'
  )
  const setStars = database.prepare<[number, string]>('UPDATE conversations SET stars = ? WHERE id = ?')
  const setGone = database.prepare<[number, string]>('UPDATE inbox_items SET gone_at = ? WHERE id = ? AND gone_at IS NULL')
  const endReply = database.prepare<[number, string, number]>(
    'UPDATE inbox_items SET gone_at = ? WHERE conversation_id = ? AND is_own = 1 AND gone_at IS NULL AND max(created_at, coalesce(edited_at, 0)) < ?'
  )
  const lookSoon = database.prepare<[string]>('UPDATE conversations SET looked_at = NULL WHERE id = ?')
  const reply = database.prepare<[string], { text: string }>('SELECT text FROM inbox_items WHERE conversation_id = ? AND is_own = 1 AND gone_at IS NULL ORDER BY created_at DESC LIMIT 1')
  const earlier = database.prepare<[string], { stars: Stars; text: string; until: number }>('SELECT stars, text, until FROM earlier_reviews WHERE item_id = ? ORDER BY number')

  function bringReview(before: ItemRow, text: string, { stars, editedAt }: NonNullable<IncomingItem['review']>, now: number): 'changed' | 'said_anew' {
    const saysOtherwise = before.text !== text || before.stars !== stars
    if (!saysOtherwise) {
      change.run({ ...before, edited_at: before.edited_at })
      return 'changed'
    }
    if (before.stars !== null) keepEarlier.run(before.id, before.stars, before.text, now)
    change.run({ ...before, text, stars, edited_at: placeInTime(editedAt ?? now, now), is_read: 0 })
    setStars.run(stars, before.conversation_id)
    return 'said_anew'
  }

  return {
    bring(before, item, now) {
      const text = withoutTowers(item.text)
      const isAsItWas = before.text === text && before.gone_at === null && (item.review === undefined || before.stars === item.review.stars)
      if (isAsItWas) return 'same'
      if (item.review !== undefined) return bringReview(before, text, item.review, now)
      const writtenAt = placeInTime(item.createdAt, now)
      if (isOfBefore(before, writtenAt, now)) return 'of_before'
      // One that was taken away and written anew is a new one.
      const times = before.gone_at === null ? { created_at: before.created_at, edited_at: writtenAt } : { created_at: writtenAt, edited_at: null }
      change.run({ ...before, text, ...times })
      return 'said_anew'
    },
    endReply: (conversationId, now) => endReply.run(now, conversationId, now - settlingMs).changes > 0,
    setGone: (itemId, now) => setGone.run(now, itemId).changes > 0,
    lookSoon: (conversationId) => void lookSoon.run(conversationId),
    replyOf: (conversationId) => reply.get(conversationId)?.text ?? null,
    earlierOf: (itemId) => earlier.all(itemId)
  }
}

/** What was read before our answer took its place, or was taken away, and came in after that. */
function isOfBefore({ gone_at: goneAt, created_at: createdAt, edited_at: editedAt }: ItemRow, writtenAt: number, now: number): boolean {
  const known = Math.max(createdAt, editedAt ?? 0, goneAt ?? 0)
  return writtenAt < known && now - known < settlingMs
}

/** What the owner answers there, as an item of the same conversation; null: nothing. */
export function ownerReplyOf(item: IncomingItem, owner: Pick<ItemRow, 'author_name' | 'author_handle'>): IncomingItem | null {
  const reply = item.review?.reply ?? null
  if (reply === null) return null
  const { remoteId, text, isHeld, writtenAt } = reply
  const { conversationRemoteId, ourPostRemoteId, url } = item
  return {
    remoteId, conversationRemoteId, kind: 'review', parentRemoteId: item.remoteId, ourPostRemoteId, authorName: owner.author_name, authorHandle: owner.author_handle, isOwn: true, text, url, createdAt: writtenAt, attachmentCount: 0, isLiked: false, isHeld
  }
}
