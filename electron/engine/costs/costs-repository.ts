import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { PostCost } from '../../../shared/costs/post-cost.ts'

export interface MonthOfCosts {
  readonly month: string
  readonly posts: number
  readonly withLink: number
  /** Private messages, at networks that charge for them. */
  readonly messagesSent: number
  readonly messagesRead: number
  readonly mills: number
}

export interface ReadingCost {
  readonly id: string
  readonly accountId: string
  readonly month: string
  readonly messages: number
  readonly mills: number
}

/** What was paid for each job that is out, and for each reading. A job has one row, whoever tells of it and however often. */
export interface CostsRepository {
  add(jobId: string, month: string, cost: PostCost & { readonly isMessage: boolean }, at: number): void
  addReading(reading: ReadingCost, at: number): void
  /** What the reading turned out to cost. */
  settleReading(id: string, cost: { readonly messages: number; readonly mills: number }): void
  removeReading(id: string): void
  months(): readonly MonthOfCosts[]
  spentIn(month: string): number
}

const monthSchema = z.object({ month: z.string(), posts: z.int(), withLink: z.int(), messagesSent: z.int(), messagesRead: z.int(), mills: z.int() })

export function createCostsRepository(database: Database.Database): CostsRepository {
  const add = database.prepare('INSERT OR IGNORE INTO costs (job_id, month, mills, has_link, is_message, at) VALUES (?, ?, ?, ?, ?, ?)')
  const addReading = database.prepare('INSERT INTO reading_costs (id, account_id, month, messages, mills, at) VALUES (@id, @accountId, @month, @messages, @mills, @at)')
  const settleReading = database.prepare('UPDATE reading_costs SET messages = @messages, mills = @mills WHERE id = @id')
  const removeReading = database.prepare<[string]>('DELETE FROM reading_costs WHERE id = ?')
  const months = database.prepare(`
    SELECT month, sum(posts) AS posts, sum(withLink) AS withLink, sum(messagesSent) AS messagesSent, sum(messagesRead) AS messagesRead, sum(mills) AS mills FROM (
      SELECT month, 1 - is_message AS posts, has_link AS withLink, is_message AS messagesSent, 0 AS messagesRead, mills FROM costs
      UNION ALL SELECT month, 0, 0, 0, messages, mills FROM reading_costs
    ) GROUP BY month ORDER BY month DESC
  `)
  const spent = database.prepare<{ month: string }, number>(
    'SELECT (SELECT coalesce(sum(mills), 0) FROM costs WHERE month = @month) + (SELECT coalesce(sum(mills), 0) FROM reading_costs WHERE month = @month)'
  ).pluck()
  return {
    add: (jobId, month, { mills, hasLink, isMessage }, at) => void add.run(jobId, month, mills, hasLink ? 1 : 0, isMessage ? 1 : 0, at),
    addReading: (reading, at) => void addReading.run({ ...reading, at }),
    settleReading: (id, cost) => void settleReading.run({ ...cost, id }),
    removeReading: (id) => void removeReading.run(id),
    months: () => months.all().map((row) => monthSchema.parse(row)),
    spentIn: (month) => spent.get({ month }) ?? 0
  }
}
