import type Database from 'better-sqlite3'
import { postThereSchema, type PostThere } from '../../../shared/reality/post-there.ts'
import { parseJson } from '../http/parse-json.ts'

export interface KeptReality {
  readonly readAt: number
  readonly there: PostThere | 'gone'
}

export interface RealityRepository {
  /** null: it was never read, or a later version wrote what this one does not know. */
  of(jobId: string): KeptReality | null
  keep(jobId: string, reality: KeptReality): void
}

/** The newest reading of each job takes the place of the one before. */
export function createRealityRepository(database: Pick<Database.Database, 'prepare'>): RealityRepository {
  const read = database.prepare<[string], { readAt: number; there: string }>('SELECT read_at AS readAt, there FROM posts_there WHERE job_id = ?')
  const keep = database.prepare<[string, number, string]>('INSERT OR REPLACE INTO posts_there (job_id, read_at, there) VALUES (?, ?, ?)')
  return {
    of(jobId) {
      const row = read.get(jobId)
      if (row === undefined) return null
      const value = parseJson(row.there)
      const there = value === 'gone' ? 'gone' : (postThereSchema.safeParse(value).data ?? null)
      return there === null ? null : { readAt: row.readAt, there }
    },
    keep: (jobId, { readAt, there }) => void keep.run(jobId, readAt, JSON.stringify(there))
  }
}
