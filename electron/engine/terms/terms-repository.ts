import type Database from 'better-sqlite3'
import { z } from 'zod'
import { termsOfferSchema, type TermsOffer } from '../../../shared/posts/post-terms.ts'

export interface KnownTerms {
  readonly offer: TermsOffer | null
  readonly readAt: number | null
}

/** What each account's network last let it choose from. */
export interface TermsRepository {
  read(accountId: string): KnownTerms
  write(accountId: string, offer: TermsOffer, readAt: number): void
}

const rowSchema = z.object({ offer: z.string().transform((text): unknown => JSON.parse(text)).pipe(termsOfferSchema), read_at: z.int() })

export function createTermsRepository(database: Database.Database): TermsRepository {
  const select = database.prepare<[string]>('SELECT offer, read_at FROM terms_there WHERE account_id = ?')
  const upsert = database.prepare('INSERT INTO terms_there (account_id, offer, read_at) VALUES (?, ?, ?) ON CONFLICT (account_id) DO UPDATE SET offer = excluded.offer, read_at = excluded.read_at')
  return {
    read(accountId) {
      const row = select.get(accountId)
      if (row === undefined) return { offer: null, readAt: null }
      const { offer, read_at } = rowSchema.parse(row)
      return { offer, readAt: read_at }
    },
    write: (accountId, offer, readAt) => void upsert.run(accountId, JSON.stringify(offer), readAt)
  }
}
