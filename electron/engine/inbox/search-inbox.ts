import type Database from 'better-sqlite3'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { parseSearchText } from '../../../shared/inbox/parse-search-text.ts'
import { noMarks, type ActsInForce } from './acts-in-force.ts'
import { conversationColumns, toConversation, toInboxItem, type ConversationRow, type ItemRow } from './inbox-rows.ts'
import { maskByRights, type MayDo } from './mask-by-rights.ts'

/**
 * Everything ever received that holds the words, newest first. Row numbers rise with time, so the index gives the newest hits from its
 * end and stops at `limit`: a word that is in every message costs no more than a rare one.
 */
export function createSearchInbox(database: Database.Database, actsInForce: Pick<ActsInForce, 'of'>, rightsThere: (conversation: ConversationRow) => MayDo): (text: string, limit: number) => RequestOutput<'inbox.search'> {
  const newestHits = database.prepare<[string, number], ItemRow>(`
    SELECT item.* FROM inbox_search AS hit JOIN inbox_items AS item ON item.number = hit.rowid
    WHERE hit.inbox_search MATCH ? ORDER BY hit.rowid DESC LIMIT ?
  `)
  const findConversation = database.prepare<[string], ConversationRow>(`SELECT ${conversationColumns} FROM conversations WHERE id = ?`)

  return (text, limit) => {
    const query = parseSearchText(text)
    if (query === null) return { hits: [] }
    const rows = newestHits.all(query, limit)
    const inForce = actsInForce.of(rows)
    const hits = rows.flatMap((row) => {
      const conversation = findConversation.get(row.conversation_id)
      if (conversation === undefined) return []
      const masked = maskByRights(row, rightsThere(conversation))
      return [{ item: toInboxItem(masked.row, { ...(inForce.get(row.id) ?? noMarks), ...masked.marks }), conversation: toConversation(conversation) }]
    })
    return { hits }
  }
}
