import type Database from 'better-sqlite3'
import { z } from 'zod'
import { starsSchema, type Stars } from '../../../../shared/inbox/stars.ts'
import { nextStatusId } from './status-id.ts'

const reviewRow = z.object({
  id: z.string(),
  memberId: z.string(),
  stars: starsSchema,
  text: z.string(),
  createdAt: z.int(),
  editedAt: z.int().nullable(),
  changedAt: z.int(),
  reply: z.string().nullable(),
  repliedAt: z.int().nullable()
})
export type ReviewRow = z.infer<typeof reviewRow>

export interface WordsOfReview {
  readonly memberId: string
  readonly stars: Stars
  /** May be empty. */
  readonly text: string
}

/** Where a list of what changed goes on. */
export interface ReviewBorder {
  readonly changedAt: number
  readonly id: string
}

const columns = 'id, member_id AS memberId, stars, text, created_at AS createdAt, edited_at AS editedAt, changed_at AS changedAt, reply, replied_at AS repliedAt'

/** What members say of the business, with stars, and what it answers: one review each, and one answer. Times are ms since the epoch. */
export function createReviewsRecord(database: Database.Database) {
  const lastId = database.prepare('SELECT max(id) FROM reviews').pluck()
  const insert = database.prepare('INSERT INTO reviews (id, member_id, stars, text, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?)')
  const change = database.prepare('UPDATE reviews SET stars = ?, text = ?, edited_at = ?, changed_at = ? WHERE id = ?')
  const byId = database.prepare(`SELECT ${columns} FROM reviews WHERE id = ? AND deleted_at IS NULL`)
  const byMember = database.prepare(`SELECT ${columns} FROM reviews WHERE member_id = ? AND deleted_at IS NULL`)
  const after = database.prepare(`SELECT ${columns} FROM reviews WHERE deleted_at IS NULL AND (changed_at, id) > (?, ?) ORDER BY changed_at, id LIMIT ?`)
  const remove = database.prepare('UPDATE reviews SET deleted_at = ?, changed_at = ? WHERE member_id = ? AND deleted_at IS NULL')
  const setReply = database.prepare('UPDATE reviews SET reply = ?, replied_at = ?, changed_at = ? WHERE id = ? AND deleted_at IS NULL')

  const read = (id: string): ReviewRow | null => reviewRow.nullish().parse(byId.get(id)) ?? null
  const ofMember = (memberId: string): ReviewRow | null => reviewRow.nullish().parse(byMember.get(memberId)) ?? null

  return {
    read,
    ofMember,
    /** What the member said before is changed. */
    say({ memberId, stars, text }: WordsOfReview, at: number): ReviewRow {
      const before = ofMember(memberId)
      const id = before?.id ?? nextStatusId(z.string().nullable().parse(lastId.get()), at)
      if (before === null) insert.run(id, memberId, stars, text, at, at)
      else change.run(stars, text, at, at, id)
      return reviewRow.parse(byId.get(id))
    },
    /** Harmless when repeated. */
    removeOf(memberId: string, at: number): void {
      remove.run(at, at, memberId)
    },
    /** null takes it away. Null when there is no such review. */
    answer(id: string, text: string | null, at: number): ReviewRow | null {
      setReply.run(text, text === null ? null : at, at, id)
      return read(id)
    },
    changedAfter(border: ReviewBorder | null, limit: number): readonly ReviewRow[] {
      return z.array(reviewRow).parse(after.all(border?.changedAt ?? -1, border?.id ?? '', limit))
    }
  }
}
