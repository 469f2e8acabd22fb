import type Database from 'better-sqlite3'
import { z } from 'zod'
import { postContentSchema } from '../../../shared/posts/post.ts'
import type { TemplateContent } from '../../../shared/templates/template.ts'

export type TemplateRecord = TemplateContent & { readonly updatedAt: number }

export interface TemplatesRepository {
  list(): readonly TemplateRecord[]
  read(templateId: string): TemplateRecord | null
  /** New, or instead of the one with this id. */
  write(template: TemplateRecord): void
  /** Whether there was one. */
  remove(templateId: string): boolean
}

const rowSchema = z.object({ id: z.string(), name: z.string(), content: z.string().transform((text): unknown => JSON.parse(text)).pipe(postContentSchema), updatedAt: z.int() })

export function createTemplatesRepository(database: Database.Database): TemplatesRepository {
  const columns = 'id, name, content, updated_at AS updatedAt'
  const all = database.prepare<[]>(`SELECT ${columns} FROM templates`)
  const one = database.prepare<[string]>(`SELECT ${columns} FROM templates WHERE id = ?`)
  const upsert = database.prepare(
    `INSERT INTO templates (id, name, content, updated_at) VALUES (@id, @name, @content, @updatedAt)
     ON CONFLICT (id) DO UPDATE SET name = @name, content = @content, updated_at = @updatedAt`
  )
  const remove = database.prepare<[string]>('DELETE FROM templates WHERE id = ?')
  return {
    list: () => all.all().map((row) => rowSchema.parse(row)),
    read(templateId) {
      const row = one.get(templateId)
      return row === undefined ? null : rowSchema.parse(row)
    },
    write: ({ content, ...template }) => void upsert.run({ ...template, content: JSON.stringify(content) }),
    remove: (templateId) => remove.run(templateId).changes > 0
  }
}
