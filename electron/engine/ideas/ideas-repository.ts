import type Database from 'better-sqlite3'
import { z } from 'zod'
import { ideaSourceSchema, ideaStages, type IdeaContent, type IdeaStage } from '../../../shared/ideas/idea.ts'

export type IdeaRecord = IdeaContent & { readonly updatedAt: number }

/** Writes of more than one row are the caller's transaction. */
export interface IdeasRepository {
  /** Column by column is the page's; here in the order of the cards. */
  list(): readonly IdeaRecord[]
  read(ideaId: string): IdeaRecord | null
  /** At the head of its column. */
  add(idea: IdeaRecord): void
  /** What is written on the card. */
  rewrite(idea: Pick<IdeaRecord, 'id' | 'title' | 'note' | 'source' | 'updatedAt'>): void
  /** Puts the cards of a column in this order. */
  arrange(stage: IdeaStage, ideaIds: readonly string[]): void
  setPost(ideaId: string, postId: string): void
  /** Whether there was one. */
  remove(ideaId: string): boolean
}

const rowSchema = z.object({
  id: z.string(),
  stage: z.enum(ideaStages),
  title: z.string(),
  note: z.string(),
  source: z.string().transform((text): unknown => JSON.parse(text)).pipe(ideaSourceSchema).nullable(),
  postId: z.string().nullable(),
  updatedAt: z.int()
})

export function createIdeasRepository(database: Database.Database): IdeasRepository {
  const columns = 'id, stage, title, note, source, post_id AS postId, updated_at AS updatedAt'
  const all = database.prepare<[]>(`SELECT ${columns} FROM ideas ORDER BY place, id`)
  const one = database.prepare<[string]>(`SELECT ${columns} FROM ideas WHERE id = ?`)
  const insert = database.prepare(
    `INSERT INTO ideas (id, stage, place, title, note, source, post_id, updated_at)
     VALUES (@id, @stage, (SELECT coalesce(min(place), 1) - 1 FROM ideas), @title, @note, @source, @postId, @updatedAt)`
  )
  const update = database.prepare('UPDATE ideas SET title = @title, note = @note, source = @source, updated_at = @updatedAt WHERE id = @id')
  const place = database.prepare<[string, number, string]>('UPDATE ideas SET stage = ?, place = ? WHERE id = ?')
  const updatePost = database.prepare<[string, string]>('UPDATE ideas SET post_id = ? WHERE id = ?')
  const remove = database.prepare<[string]>('DELETE FROM ideas WHERE id = ?')
  const stored = (source: IdeaRecord['source']): string | null => (source === null ? null : JSON.stringify(source))
  return {
    list: () => all.all().map((row) => rowSchema.parse(row)),
    read(ideaId) {
      const row = one.get(ideaId)
      return row === undefined ? null : rowSchema.parse(row)
    },
    add: ({ source, ...idea }) => void insert.run({ ...idea, source: stored(source) }),
    rewrite: ({ id, title, note, source, updatedAt }) => void update.run({ id, title, note, source: stored(source), updatedAt }),
    arrange(stage, ideaIds) {
      for (const [position, ideaId] of ideaIds.entries()) place.run(stage, position, ideaId)
    },
    setPost: (ideaId, postId) => void updatePost.run(postId, ideaId),
    remove: (ideaId) => remove.run(ideaId).changes > 0
  }
}
