import type Database from 'better-sqlite3'
import { begunWordsSchema, type BegunKind, type BegunWords } from '../../../shared/begun/begun-words.ts'

export interface BegunWordsRepository {
  /** null: nothing, or nothing that can be read any more. */
  read(kind: BegunKind, place: string): BegunWords | null
  keep(kind: BegunKind, place: string, words: BegunWords, at: number): void
  remove(kind: BegunKind, place: string): void
  /** Whoever did not come back to them before that will not. */
  forgetBefore(at: number): void
}

export function createBegunWordsRepository(database: Database.Database): BegunWordsRepository {
  const one = database.prepare<[string, string], { words: string }>('SELECT words FROM begun_words WHERE kind = ? AND place = ?')
  const put = database.prepare<{ kind: string; place: string; words: string; at: number }>(
    `INSERT INTO begun_words (kind, place, words, written_at) VALUES (@kind, @place, @words, @at)
     ON CONFLICT (kind, place) DO UPDATE SET words = @words, written_at = @at`
  )
  const remove = database.prepare<[string, string]>('DELETE FROM begun_words WHERE kind = ? AND place = ?')
  const forget = database.prepare<[number]>('DELETE FROM begun_words WHERE written_at < ?')
  return {
    read(kind, place) {
      const row = one.get(kind, place)
      const words = row === undefined ? undefined : begunWordsSchema.safeParse(JSON.parse(row.words)).data
      return words?.kind === kind ? words : null
    },
    keep: (kind, place, words, at) => void put.run({ kind, place, words: JSON.stringify(words), at }),
    remove: (kind, place) => void remove.run(kind, place),
    forgetBefore: (at) => void forget.run(at)
  }
}
