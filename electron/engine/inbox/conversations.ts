import type Database from 'better-sqlite3'
import type { ConversationKind } from '../../../shared/inbox/inbox-item.ts'
import type { Stars } from '../../../shared/inbox/stars.ts'
import { conversationColumns, type ConversationRow } from './inbox-rows.ts'

export interface NewConversation {
  readonly id: string
  readonly accountId: string
  readonly kind: ConversationKind
  readonly remoteId: string
  readonly ourPostRemoteId: string | null
  /** Of a review alone. */
  readonly stars?: Stars | undefined
}

export interface Conversations {
  find(conversationId: string): ConversationRow | null
  findRemote(accountId: string, kind: ConversationKind, remoteId: string): ConversationRow | null
  /** Starts empty and done; its first items settle what it shows. */
  insert(conversation: NewConversation): void
  setOurPost(conversationId: string, ourPostRemoteId: string): void
  /** Snoozed ones whose time has come are open again, at the place of that time in the list; gives their ids. */
  wakeDue(now: number): string[]
  nextWake(): number | null
  unreadCount(): number
  /** Where this author alone speaks to the account, as far as it is not done. */
  openWithAuthor(accountId: string, authorHandle: string): string[]
}

/** Makes and finds conversations; what they show and where they stand is written by `conversation-sums.ts`. */
export function createConversations(database: Database.Database): Conversations {
  const find = database.prepare<[string], ConversationRow>(`SELECT ${conversationColumns} FROM conversations WHERE id = ?`)
  const findRemote = database.prepare<[string, string, string], ConversationRow>(`SELECT ${conversationColumns} FROM conversations WHERE account_id = ? AND kind = ? AND remote_id = ?`)
  const insert = database.prepare<[string, string, string, string, string | null, number | null]>(
    `INSERT INTO conversations (id, account_id, kind, remote_id, our_post_remote_id, stars, author_name, author_handle, last_text, last_at, last_is_own, unread, state, snoozed_until, waiting_since, handled_until)
     VALUES (?, ?, ?, ?, ?, ?, '', '', '', 0, 0, 0, 'done', NULL, NULL, 0)`
  )
  const setOurPost = database.prepare<[string, string]>('UPDATE conversations SET our_post_remote_id = ? WHERE id = ?')
  const wakeDue = database.prepare<[number], { id: string }>(
    `UPDATE conversations SET state = 'open', woken_at = snoozed_until, last_at = max(last_at, snoozed_until), snoozed_until = NULL
     WHERE state = 'snoozed' AND snoozed_until <= ? RETURNING id`
  )
  const nextWake = database.prepare<[], { at: number | null }>(`SELECT min(snoozed_until) AS at FROM conversations WHERE state = 'snoozed'`)
  const unread = database.prepare<[], { count: number }>(`SELECT count(*) AS count FROM conversations INDEXED BY unread_by_time WHERE unread > 0 AND state = 'open'`)

  const openWithAuthor = database.prepare<{ accountId: string; authorHandle: string }, { id: string }>(
    `SELECT id FROM conversations WHERE account_id = @accountId AND state <> 'done' AND author_handle = @authorHandle
     AND NOT EXISTS (SELECT 1 FROM inbox_items WHERE conversation_id = conversations.id AND is_own = 0 AND author_handle <> @authorHandle)`
  )

  return {
    find: (id) => find.get(id) ?? null,
    findRemote: (accountId, kind, remoteId) => findRemote.get(accountId, kind, remoteId) ?? null,
    insert: ({ id, accountId, kind, remoteId, ourPostRemoteId, stars }) => void insert.run(id, accountId, kind, remoteId, ourPostRemoteId, stars ?? null),
    setOurPost: (id, ourPostRemoteId) => void setOurPost.run(ourPostRemoteId, id),
    wakeDue: (now) => wakeDue.all(now).map((row) => row.id),
    nextWake: () => nextWake.get()?.at ?? null,
    openWithAuthor: (accountId, authorHandle) => openWithAuthor.all({ accountId, authorHandle }).map((row) => row.id),
    unreadCount: () => unread.get()?.count ?? 0
  }
}
