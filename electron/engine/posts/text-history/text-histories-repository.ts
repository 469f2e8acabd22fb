import type Database from 'better-sqlite3'
import { z } from 'zod'
import { entriesAtOnce, historyEntrySchema, type HistoryEntry } from '../../../../shared/posts/text-history.ts'

/** Names a text by its post and its place in it. */
export interface TextName {
  readonly postId: string
  readonly text: string
}

const headSchema = z.object({ edition: z.int().min(1), position: z.int().min(0), head: z.string() })
export type StoredHead = z.infer<typeof headSchema>

export interface Extent {
  readonly first: number
  readonly last: number
}

/** Writes of more than one row are the caller's transaction. */
export interface TextHistoriesRepository {
  isStored(postId: string): boolean
  head(name: TextName): StoredHead | null
  /** Null where there is no entry at all. */
  extent(name: TextName): Extent | null
  /** The nearest to a number on either side of it, in order. */
  upTo(name: TextName, number: number): readonly HistoryEntry[]
  after(name: TextName, number: number): readonly HistoryEntry[]
  writeHead(name: TextName, head: StoredHead): void
  write(name: TextName, entry: HistoryEntry): void
  removeOutside(name: TextName, extent: Extent): void
  /** The number of the newest entry with which this many characters and more are reached, counted from the last one; 0: all together have fewer. */
  reaching(name: TextName, size: number): number
  removeOrphans(): void
}

export function createTextHistoriesRepository(database: Database.Database): TextHistoriesRepository {
  const ofText = 'post_id = @postId AND text = @text'
  const selectPost = database.prepare<[string]>('SELECT 1 FROM posts WHERE id = ?')
  const selectHead = database.prepare<[TextName]>(`SELECT edition, position, head FROM text_histories WHERE ${ofText}`)
  const selectExtent = database.prepare<[TextName], { first: number | null; last: number | null }>(`SELECT min(number) AS first, max(number) AS last FROM text_history_entries WHERE ${ofText}`)
  const selectUpTo = database.prepare<[TextName & { number: number }]>(`SELECT number, entry FROM text_history_entries WHERE ${ofText} AND number <= @number ORDER BY number DESC LIMIT ${String(entriesAtOnce)}`)
  const selectAfter = database.prepare<[TextName & { number: number }]>(`SELECT number, entry FROM text_history_entries WHERE ${ofText} AND number > @number ORDER BY number LIMIT ${String(entriesAtOnce)}`)
  const upsertHead = database.prepare<[TextName & StoredHead]>(
    'INSERT INTO text_histories (post_id, text, edition, position, head) VALUES (@postId, @text, @edition, @position, @head) ON CONFLICT (post_id, text) DO UPDATE SET edition = @edition, position = @position, head = @head'
  )
  const upsertEntry = database.prepare<[TextName & HistoryEntry & { size: number }]>(
    'INSERT INTO text_history_entries (post_id, text, number, size, entry) VALUES (@postId, @text, @number, @size, @entry) ON CONFLICT (post_id, text, number) DO UPDATE SET size = @size, entry = @entry'
  )
  const deleteOutside = database.prepare<[TextName & Extent]>(`DELETE FROM text_history_entries WHERE ${ofText} AND (number < @first OR number > @last)`)
  // By its index alone: the entries themselves are not read.
  const selectReaching = database
    .prepare<[TextName & { size: number }], number>(`SELECT coalesce(max(number), 0) FROM (SELECT number, sum(size) OVER (ORDER BY number DESC) AS total FROM text_history_entries WHERE ${ofText}) WHERE total >= @size`)
    .pluck()
  const isOver = 'post_id NOT IN (SELECT id FROM posts WHERE published_at IS NULL)'
  const entries = (rows: readonly unknown[]): readonly HistoryEntry[] => rows.map((row) => historyEntrySchema.parse(row))

  return {
    isStored: (postId) => selectPost.get(postId) !== undefined,
    head: (name) => headSchema.safeParse(selectHead.get(name)).data ?? null,
    extent(name) {
      const { first, last } = selectExtent.get(name) ?? { first: null, last: null }
      return first === null || last === null ? null : { first, last }
    },
    upTo: (name, number) => entries(selectUpTo.all({ ...name, number })).toReversed(),
    after: (name, number) => entries(selectAfter.all({ ...name, number })),
    writeHead: (name, head) => void upsertHead.run({ ...name, ...head }),
    write: (name, entry) => void upsertEntry.run({ ...name, ...entry, size: entry.entry.length }),
    removeOutside: (name, extent) => void deleteOutside.run({ ...name, ...extent }),
    reaching: (name, size) => selectReaching.get({ ...name, size }) ?? 0,
    removeOrphans() {
      database.exec(`DELETE FROM text_history_entries WHERE ${isOver}; DELETE FROM text_histories WHERE ${isOver};`)
    }
  }
}
