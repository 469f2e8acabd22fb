import type Database from 'better-sqlite3'
import { z } from 'zod'

const feedRow = z.object({ slug: z.string(), format: z.enum(['rss', 'atom']), title: z.string(), description: z.string() })
export type FeedRow = z.infer<typeof feedRow>

const feedItemRow = z.object({ slug: z.string(), number: z.int(), title: z.string(), summary: z.string(), author: z.string(), publishedAt: z.int() })
export type FeedItemRow = z.infer<typeof feedItemRow>

/** The small newspapers and blogs around the business, served as RSS and Atom. */
export function createFeedsRecord(database: Database.Database) {
  const insert = database.prepare('INSERT INTO feeds (slug, format, title, description) VALUES (@slug, @format, @title, @description)')
  const insertItem = database.prepare(`
    INSERT INTO feed_items (slug, number, title, summary, author, published_at) VALUES (@slug, @number, @title, @summary, @author, @publishedAt)`)
  const bySlug = database.prepare('SELECT slug, format, title, description FROM feeds WHERE slug = ?')
  const all = database.prepare('SELECT slug, format, title, description FROM feeds ORDER BY rowid')
  const items = database.prepare(`
    SELECT slug, number, title, summary, author, published_at AS publishedAt FROM feed_items
    WHERE slug = ? AND published_at <= ? ORDER BY published_at DESC, number DESC LIMIT 40`)

  return {
    add(feed: FeedRow): void {
      insert.run(feed)
    },
    addItem(item: FeedItemRow): void {
      insertItem.run(item)
    },
    read: (slug: string): FeedRow | null => feedRow.nullish().parse(bySlug.get(slug)) ?? null,
    list: (): readonly FeedRow[] => z.array(feedRow).parse(all.all()),
    /** What has come out by then, newest first: items dated in the future appear when their time comes. */
    items: (slug: string, until: number): readonly FeedItemRow[] => z.array(feedItemRow).parse(items.all(slug, until))
  }
}
export type FeedsRecord = ReturnType<typeof createFeedsRecord>
