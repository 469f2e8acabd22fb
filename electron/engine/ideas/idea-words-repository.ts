import type Database from 'better-sqlite3'
import { z } from 'zod'
import { ideaWordsSchema, type IdeaWords } from '../../../shared/ideas/idea.ts'

/** What is being written on cards and is not saved. */
export interface IdeaWordsRepository {
  /** The last one first. */
  list(): readonly IdeaWords[]
  /** Whether there were none of it before. */
  keep(words: IdeaWords, at: number): boolean
  /** Whether there were any. */
  remove(ideaId: string): boolean
}

const rowSchema = ideaWordsSchema.extend({ isNew: z.literal([0, 1]).transform((flag) => flag === 1) })

export function createIdeaWordsRepository(database: Database.Database): IdeaWordsRepository {
  const all = database.prepare<[]>('SELECT idea_id AS ideaId, is_new AS isNew, title, note FROM idea_words ORDER BY written_at DESC, idea_id')
  const one = database.prepare<[string]>('SELECT 1 FROM idea_words WHERE idea_id = ?')
  const put = database.prepare(
    `INSERT INTO idea_words (idea_id, is_new, title, note, written_at) VALUES (@ideaId, @isNew, @title, @note, @at)
     ON CONFLICT (idea_id) DO UPDATE SET title = @title, note = @note, written_at = @at`
  )
  const remove = database.prepare<[string]>('DELETE FROM idea_words WHERE idea_id = ?')
  return {
    list: () => all.all().map((row) => rowSchema.parse(row)),
    keep({ isNew, ...words }, at) {
      const isFirst = one.get(words.ideaId) === undefined
      put.run({ ...words, isNew: isNew ? 1 : 0, at })
      return isFirst
    },
    remove: (ideaId) => remove.run(ideaId).changes > 0
  }
}
