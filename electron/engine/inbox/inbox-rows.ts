import type { Conversation, ConversationKind, ConversationState, InboxItem } from '../../../shared/inbox/inbox-item.ts'
import type { Stars } from '../../../shared/inbox/stars.ts'

export interface ConversationRow {
  readonly id: string
  readonly account_id: string
  readonly kind: ConversationKind
  readonly remote_id: string
  readonly our_post_remote_id: string | null
  readonly author_name: string
  readonly author_handle: string
  readonly last_text: string
  readonly last_at: number
  readonly last_is_own: number
  readonly unread: number
  readonly state: ConversationState
  readonly snoozed_until: number | null
  readonly woken_at: number | null
  readonly waiting_since: number | null
  readonly handled_until: number
  readonly has_draft: number
  readonly began_as_quote: number
  readonly stars: Stars | null
}

/** What a `ConversationRow` is read with. */
export const conversationColumns = `*, EXISTS (SELECT 1 FROM reply_drafts WHERE conversation_id = conversations.id AND trim(text, ' ' || char(10)) <> '') AS has_draft,
  EXISTS (SELECT 1 FROM inbox_items AS first WHERE first.account_id = conversations.account_id AND first.remote_id = conversations.remote_id AND first.conversation_id = conversations.id AND first.quoted_remote_id IS NOT NULL) AS began_as_quote`

export interface ItemRow {
  readonly number: number
  readonly id: string
  readonly conversation_id: string
  readonly account_id: string
  readonly remote_id: string
  readonly parent_remote_id: string | null
  readonly author_name: string
  readonly author_handle: string
  readonly is_own: number
  readonly text: string
  readonly url: string | null
  readonly created_at: number
  readonly is_read: number
  readonly is_liked: number
  readonly is_held: number
  readonly may_hide: number
  /** null: the account may not keep its author out. */
  readonly keep_out_place: string | null
  /** null: the account may not close it. */
  readonly lock_place: string | null
  readonly is_locked: number
  /** The post of ours that it quotes; null: none. */
  readonly quoted_remote_id: string | null
  /** Empty where the network does not tell it. */
  readonly quoted_text: string
  readonly is_detached: number
  readonly attachment_count: number
  readonly stars: Stars | null
  readonly edited_at: number | null
  readonly gone_at: number | null
}

export function toConversation(row: ConversationRow): Conversation {
  return {
    id: row.id,
    accountId: row.account_id,
    kind: row.kind,
    authorName: row.author_name,
    authorHandle: row.author_handle,
    lastText: row.last_text,
    lastAt: row.last_at,
    lastIsOwn: row.last_is_own === 1,
    unread: row.unread,
    state: row.state,
    snoozedUntil: row.snoozed_until,
    wokenAt: row.woken_at,
    waitingSince: row.waiting_since,
    hasDraft: row.has_draft === 1,
    ...(row.began_as_quote === 1 ? { beganAsQuote: true as const } : {}),
    ...(row.stars === null ? {} : { stars: row.stars })
  }
}

export function toInboxItem(row: ItemRow, marks: Pick<InboxItem, 'inForce' | 'isReported' | 'underWay' | 'silencedUntil' | 'bannedUntil' | 'authorIsOutOfReach'>, earlier: NonNullable<InboxItem['earlier']> = []): InboxItem {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    remoteId: row.remote_id,
    parentRemoteId: row.parent_remote_id,
    authorName: row.author_name,
    authorHandle: row.author_handle,
    isOwn: row.is_own === 1,
    text: row.text,
    url: row.url,
    createdAt: row.created_at,
    isRead: row.is_read === 1,
    isLiked: row.is_liked === 1,
    ...marks,
    isHeld: row.is_held === 1,
    ...(row.may_hide === 1 ? { mayHide: true } : {}),
    ...(row.keep_out_place === null ? {} : { keepOutOf: row.keep_out_place }),
    ...(row.lock_place === null ? {} : { isLocked: row.is_locked === 1 }),
    ...(row.quoted_remote_id === null ? {} : { quotes: { text: row.quoted_text, isDetached: row.is_detached === 1 } }),
    attachmentCount: row.attachment_count,
    ...(row.stars === null ? {} : { stars: row.stars }),
    ...(row.edited_at === null ? {} : { editedAt: row.edited_at }),
    ...(row.gone_at === null ? {} : { goneAt: row.gone_at }),
    ...(earlier.length === 0 ? {} : { earlier: [...earlier] })
  }
}
