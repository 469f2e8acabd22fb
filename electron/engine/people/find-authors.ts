import type Database from 'better-sqlite3'
import { parseSearchText } from '../../../shared/inbox/parse-search-text.ts'

export interface Author {
  readonly accountId: string
  readonly name: string
  readonly handle: string
}

/** Looked at so many of their messages; who wrote so much lately fills them alone. */
const mostRows = 400

/** Who wrote to the client, by the beginnings of their names, the newest first, each once. */
export function createFindAuthors(database: Pick<Database.Database, 'prepare'>): (text: string, limit: number) => readonly Author[] {
  const find = database.prepare<[string, number], Author>(`
    SELECT item.account_id AS accountId, item.author_name AS name, item.author_handle AS handle
    FROM inbox_search AS hit JOIN inbox_items AS item ON item.number = hit.rowid
    WHERE hit.inbox_search MATCH ? AND item.is_own = 0 ORDER BY hit.rowid DESC LIMIT ?`)
  return (text, limit) => {
    const query = parseSearchText(text)
    if (query === null) return []
    const authors = new Map<string, Author>()
    for (const author of find.all(`{author_name author_handle} : (${query})`, mostRows)) {
      authors.set(`${author.accountId} ${author.handle}`, author)
      if (authors.size >= limit) break
    }
    return [...authors.values()]
  }
}
