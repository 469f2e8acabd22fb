import type Database from 'better-sqlite3'
import { snippetSchema, type Snippet } from '../../../shared/snippets/snippet.ts'

export interface SnippetsRepository {
  list(): readonly Snippet[]
  /** New, or instead of the one with this id. */
  write(snippet: Snippet): void
  /** Whether there was one. */
  remove(snippetId: string): boolean
}

export function createSnippetsRepository(database: Database.Database): SnippetsRepository {
  const all = database.prepare<[]>('SELECT id, kind, name, text, updated_at AS updatedAt FROM snippets')
  const upsert = database.prepare<Snippet>(
    `INSERT INTO snippets (id, kind, name, text, updated_at) VALUES (@id, @kind, @name, @text, @updatedAt)
     ON CONFLICT (id) DO UPDATE SET kind = @kind, name = @name, text = @text, updated_at = @updatedAt`
  )
  const remove = database.prepare<[string]>('DELETE FROM snippets WHERE id = ?')
  return {
    list: () => all.all().map((row) => snippetSchema.parse(row)),
    write: (snippet) => void upsert.run(snippet),
    remove: (snippetId) => remove.run(snippetId).changes > 0
  }
}
