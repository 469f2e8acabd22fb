import type Database from 'better-sqlite3'
import { parseSearchText } from '../../../shared/inbox/parse-search-text.ts'

export interface PostHit {
  readonly postId: string
  /** The words around what was found, on one line. */
  readonly passage: string
}

/** Posts that hold all the words, the latest time first: what is to come, then what is over; a draft without a time stands at its last change. */
export function createSearchPosts(database: Database.Database): (text: string, limit: number) => readonly PostHit[] {
  const latestHits = database.prepare<[string, number], PostHit>(`
    SELECT post_texts.post_id AS postId, snippet(post_search, 0, '', '', '…', 28) AS passage
    FROM post_search JOIN post_texts ON post_texts.number = post_search.rowid JOIN posts ON posts.id = post_texts.post_id
    WHERE post_search MATCH ? ORDER BY coalesce(posts.published_at, posts.due_at, posts.updated_at) DESC, posts.id LIMIT ?
  `)
  return (text, limit) => {
    const query = parseSearchText(text, 'numbers')
    return query === null ? [] : latestHits.all(query, limit).map(({ postId, passage }) => ({ postId, passage: passage.replaceAll(/\s*\n\s*/gu, ' ') }))
  }
}
