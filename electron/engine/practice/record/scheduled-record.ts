import type Database from 'better-sqlite3'
import { z } from 'zod'
import { quotePolicies, statusPollSchema, visibilities, type NewStatus } from './statuses-record.ts'

const statusSchema = z.object({
  authorId: z.string(),
  text: z.string(),
  createdAt: z.int(),
  inReplyToId: z.string().nullable(),
  reblogOfId: z.string().nullable(),
  quotedId: z.string().nullish().transform((id) => id ?? null),
  quotePolicy: z.enum(quotePolicies).default('public'),
  visibility: z.enum(visibilities),
  spoilerText: z.string(),
  sensitive: z.boolean(),
  language: z.string(),
  poll: statusPollSchema.nullish().transform((poll) => poll ?? null)
})

const rowSchema = z
  .object({ id: z.int(), scheduled_at: z.int(), parameters: z.string(), media_ids: z.string() })
  .transform((row) => ({
    id: String(row.id),
    scheduledAt: row.scheduled_at,
    status: statusSchema.parse(JSON.parse(row.parameters)),
    mediaIds: z.array(z.int()).parse(JSON.parse(row.media_ids))
  }))
export type ScheduledRow = z.output<typeof rowSchema>

/** Statuses that wait for their time. */
export function createScheduledRecord(database: Database.Database) {
  const insert = database.prepare('INSERT INTO scheduled_statuses (scheduled_at, parameters, media_ids, idempotency_key, created_at) VALUES (?, ?, ?, ?, ?)')
  const byId = database.prepare('SELECT * FROM scheduled_statuses WHERE id = ?')
  const byKey = database.prepare('SELECT * FROM scheduled_statuses WHERE idempotency_key = ? AND created_at > ?')
  const page = database.prepare('SELECT * FROM scheduled_statuses WHERE id < ? ORDER BY id DESC LIMIT ?')
  const due = database.prepare('SELECT * FROM scheduled_statuses WHERE scheduled_at <= ? ORDER BY scheduled_at, id')
  const next = database.prepare<[], number | null>('SELECT min(scheduled_at) FROM scheduled_statuses').pluck()
  const move = database.prepare('UPDATE scheduled_statuses SET scheduled_at = ? WHERE id = ?')
  const remove = database.prepare('DELETE FROM scheduled_statuses WHERE id = ?')
  const one = (row: unknown): ScheduledRow | null => (row === undefined ? null : rowSchema.parse(row))

  return {
    add({ scheduledAt, status, mediaIds, key, at }: { scheduledAt: number; status: NewStatus; mediaIds: readonly number[]; key: string | null; at: number }): ScheduledRow {
      const { lastInsertRowid } = insert.run(scheduledAt, JSON.stringify(status), JSON.stringify(mediaIds), key, at)
      return { id: String(lastInsertRowid), scheduledAt, status: { ...status, poll: status.poll ?? null, quotedId: status.quotedId ?? null, quotePolicy: status.quotePolicy ?? 'public' }, mediaIds: [...mediaIds] }
    },
    read: (id: string): ScheduledRow | null => one(byId.get(Number(id))),
    /** Made with this key after `since`, and still waiting. */
    withKey: (key: string, since: number): ScheduledRow | null => one(byKey.get(key, since)),
    /** Newest first. */
    page: (maxId: string | null, limit: number): readonly ScheduledRow[] => page.all(maxId === null ? Number.MAX_SAFE_INTEGER : Number(maxId), limit).map((row) => rowSchema.parse(row)),
    due: (now: number): readonly ScheduledRow[] => due.all(now).map((row) => rowSchema.parse(row)),
    next: (): number | null => next.get() ?? null,
    move(id: string, at: number): void {
      move.run(at, Number(id))
    },
    remove(id: string): void {
      remove.run(Number(id))
    }
  }
}
