import type Database from 'better-sqlite3'
import { excerptOf } from '../../../shared/posts/excerpt.ts'
import type { ConversationRow } from './inbox-rows.ts'

export interface ConversationSums {
  /** Answered is read: what a direct answer of ours stands under and, in a private conversation, everything before our last message. */
  markAnsweredAsRead(conversationId: string): void
  /**
   * Writes what the list shows of a conversation anew from its items. Which item came in first does not matter, only when it was written.
   * Gives the row as it is then.
   */
  refresh(conversationId: string): ConversationRow
}

interface AuthorRow {
  readonly author_name: string
  readonly author_handle: string
}

const nobody: AuthorRow = { author_name: '', author_handle: '' }

export function createConversationSums(database: Database.Database): ConversationSums {
  const look = prepareLooks(database)
  const markAnswered = database.prepare<{ id: string }>(`
    UPDATE inbox_items SET is_read = 1
    WHERE conversation_id = @id AND is_read = 0 AND is_own = 0 AND (
      EXISTS (SELECT 1 FROM inbox_items AS answer
              WHERE answer.conversation_id = @id AND answer.is_own = 1 AND answer.parent_remote_id = inbox_items.remote_id)
      OR ((SELECT kind FROM conversations WHERE id = @id) = 'message'
          AND created_at <= (SELECT max(created_at) FROM inbox_items WHERE conversation_id = @id AND is_own = 1)))
  `)
  const write = database.prepare<{ id: string; name: string; handle: string; text: string; at: number; isOwn: number; unread: number; waitingSince: number | null }>(`
    UPDATE conversations SET author_name = @name, author_handle = @handle, last_text = @text, last_at = @at, last_is_own = @isOwn,
      unread = @unread, waiting_since = @waitingSince
    WHERE id = @id
  `)

  function read(id: string): ConversationRow {
    const row = look.conversation.get(id)
    if (row === undefined) throw new Error(`no conversation ${id}`)
    return row
  }

  return {
    markAnsweredAsRead: (id) => void markAnswered.run({ id }),
    refresh(id) {
      const before = read(id)
      const newest = look.newest.get(id)
      if (newest === undefined) return before
      const author = look.firstByOthers.get(id) ?? look.first.get(id) ?? nobody
      const answeredUntil = Math.max(look.lastOwn.get(id)?.at ?? -1, before.handled_until)
      write.run({
        id,
        name: author.author_name,
        handle: author.author_handle,
        text: excerptOf('', newest.text),
        at: newest.created_at,
        isOwn: newest.is_own,
        unread: look.unread.get(id)?.unread ?? 0,
        waitingSince: look.firstUnanswered.get(id, answeredUntil)?.at ?? null
      })
      return read(id)
    }
  }
}

/** Each is a seek in an index, so that a thread of thousands costs no more than a short one. */
function prepareLooks(database: Database.Database) {
  return {
    conversation: database.prepare<[string], ConversationRow>('SELECT * FROM conversations WHERE id = ?'),
    newest: database.prepare<[string], { text: string; created_at: number; is_own: number }>(
      'SELECT text, created_at, is_own FROM inbox_items WHERE conversation_id = ? ORDER BY created_at DESC, number DESC LIMIT 1'
    ),
    firstByOthers: database.prepare<[string], AuthorRow>(
      'SELECT author_name, author_handle FROM inbox_items WHERE conversation_id = ? AND is_own = 0 ORDER BY created_at, number LIMIT 1'
    ),
    first: database.prepare<[string], AuthorRow>('SELECT author_name, author_handle FROM inbox_items WHERE conversation_id = ? ORDER BY created_at, number LIMIT 1'),
    unread: database.prepare<[string], { unread: number }>('SELECT count(*) AS unread FROM inbox_items WHERE conversation_id = ? AND is_read = 0 AND is_own = 0'),
    lastOwn: database.prepare<[string], { at: number | null }>('SELECT max(created_at) AS at FROM inbox_items WHERE conversation_id = ? AND is_own = 1'),
    firstUnanswered: database.prepare<[string, number], { at: number }>(
      'SELECT created_at AS at FROM inbox_items WHERE conversation_id = ? AND created_at > ? AND is_own = 0 ORDER BY created_at LIMIT 1'
    )
  }
}
