import type Database from 'better-sqlite3'
import type { ParsedInput } from '../../../shared/contract/request-map.ts'
import type { ConversationSums } from './conversation-sums.ts'
import type { Conversations } from './conversations.ts'

export type StateChange = ParsedInput<'inbox.setState'>['change']

export interface ChangeConversations {
  /** All in one transaction; gives the ids that are there. Snoozing until a time that has passed opens. */
  setState(conversationIds: readonly string[], change: StateChange, now: number): string[]
  /** Everything read; or, as with e-mail, the newest item by somebody else unread again. False when there is no such conversation. */
  markRead(conversationId: string, isRead: boolean): boolean
}

export interface ChangeConversationsNeeds {
  readonly database: Database.Database
  readonly conversations: Conversations
  readonly sums: ConversationSums
}

export function createChangeConversations({ database, conversations, sums }: ChangeConversationsNeeds): ChangeConversations {
  const readAll = database.prepare<[string]>('UPDATE inbox_items SET is_read = 1 WHERE conversation_id = ? AND is_read = 0 AND is_own = 0')
  const unreadNewest = database.prepare<[string]>(`
    UPDATE inbox_items SET is_read = 0 WHERE number = (
      SELECT number FROM inbox_items WHERE conversation_id = ? AND is_own = 0 ORDER BY created_at DESC, number DESC LIMIT 1)
  `)

  function setOne(id: string, change: StateChange, now: number): boolean {
    if (conversations.find(id) === null) return false
    const isDone = change.state === 'done'
    const isSnoozed = change.state === 'snoozed' && change.until > now
    if (isDone) readAll.run(id)
    sums.refresh(id, (row, { lastAt }) => ({
      state: isDone ? 'done' : isSnoozed ? 'snoozed' : 'open',
      snoozedUntil: isSnoozed ? change.until : null,
      handledUntil: isDone ? lastAt : row.state === 'done' ? 0 : row.handled_until
    }))
    return true
  }

  return {
    setState: database.transaction((ids: readonly string[], change: StateChange, now: number) => ids.filter((id) => setOne(id, change, now))).immediate,
    markRead: database.transaction((id: string, isRead: boolean) => {
      if (conversations.find(id) === null) return false
      const marking = isRead ? readAll : unreadNewest
      marking.run(id)
      sums.refresh(id)
      return true
    }).immediate
  }
}
