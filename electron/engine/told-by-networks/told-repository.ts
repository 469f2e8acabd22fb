import type Database from 'better-sqlite3'
import { z } from 'zod'

export interface KnownAnswer<Told> {
  /** Null: never told. */
  readonly told: Told | null
  readonly readAt: number | null
}

/** What each account's network last told, one row an account. */
export interface ToldRepository<Told> {
  read(accountId: string): KnownAnswer<Told>
  write(accountId: string, told: Told, readAt: number): void
}

/** Tables of this kind have `account_id`, `read_at` and one column of JSON. Names come from code, never from outside. */
export type ToldTable = { readonly table: 'terms_there'; readonly column: 'offer' } | { readonly table: 'categories_there'; readonly column: 'there' }

export function createToldRepository<Told>(database: Database.Database, { table, column }: ToldTable, schema: z.ZodType<Told>): ToldRepository<Told> {
  const rowSchema = z.object({ told: z.string().transform((text): unknown => JSON.parse(text)).pipe(schema), read_at: z.int() })
  const select = database.prepare<[string]>(`SELECT ${column} AS told, read_at FROM ${table} WHERE account_id = ?`)
  const upsert = database.prepare(`INSERT INTO ${table} (account_id, ${column}, read_at) VALUES (?, ?, ?) ON CONFLICT (account_id) DO UPDATE SET ${column} = excluded.${column}, read_at = excluded.read_at`)
  return {
    read(accountId) {
      const row = select.get(accountId)
      if (row === undefined) return { told: null, readAt: null }
      const { told, read_at } = rowSchema.parse(row)
      return { told, readAt: read_at }
    },
    write: (accountId, told, readAt) => void upsert.run(accountId, JSON.stringify(told), readAt)
  }
}
