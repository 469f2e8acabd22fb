import type Database from 'better-sqlite3'
import { z } from 'zod'
import { categoriesThereSchema, type CategoriesThere } from '../../../shared/posts/categories.ts'

export interface KnownCategories {
  readonly there: CategoriesThere | null
  readonly readAt: number | null
}

/** What each account's site last said that it has. */
export interface CategoriesRepository {
  read(accountId: string): KnownCategories
  write(accountId: string, there: CategoriesThere, readAt: number): void
}

const rowSchema = z.object({ there: z.string().transform((text): unknown => JSON.parse(text)).pipe(categoriesThereSchema), read_at: z.int() })

export function createCategoriesRepository(database: Database.Database): CategoriesRepository {
  const select = database.prepare<[string]>('SELECT there, read_at FROM categories_there WHERE account_id = ?')
  const upsert = database.prepare('INSERT INTO categories_there (account_id, there, read_at) VALUES (?, ?, ?) ON CONFLICT (account_id) DO UPDATE SET there = excluded.there, read_at = excluded.read_at')
  return {
    read(accountId) {
      const row = select.get(accountId)
      if (row === undefined) return { there: null, readAt: null }
      const { there, read_at } = rowSchema.parse(row)
      return { there, readAt: read_at }
    },
    write: (accountId, there, readAt) => void upsert.run(accountId, JSON.stringify(there), readAt)
  }
}
