import type Database from 'better-sqlite3'

/** One draft for each conversation, so that a half-written answer can never reach another person. */
export interface ReplyDrafts {
  read(conversationId: string): string
  /** Empty text removes it. */
  save(conversationId: string, text: string, now: number): void
}

export function createReplyDrafts(database: Database.Database): ReplyDrafts {
  const read = database.prepare<[string], { text: string }>('SELECT text FROM reply_drafts WHERE conversation_id = ?')
  const remove = database.prepare<[string]>('DELETE FROM reply_drafts WHERE conversation_id = ?')
  const save = database.prepare<[string, string, number]>(
    'INSERT INTO reply_drafts (conversation_id, text, saved_at) VALUES (?, ?, ?) ON CONFLICT (conversation_id) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at'
  )
  return {
    read: (id) => read.get(id)?.text ?? '',
    save(id, text, now) {
      if (text === '') remove.run(id)
      else save.run(id, text, now)
    }
  }
}
