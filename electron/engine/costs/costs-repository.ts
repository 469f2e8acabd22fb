import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { PostCost } from '../../../shared/costs/post-cost.ts'

export interface MonthOfCosts {
  readonly month: string
  readonly posts: number
  readonly withLink: number
  readonly mills: number
}

/** What was paid for each job that is out. A job has one row, whoever tells of it and however often. */
export interface CostsRepository {
  add(jobId: string, month: string, cost: PostCost, at: number): void
  months(): readonly MonthOfCosts[]
  spentIn(month: string): number
}

const monthSchema = z.object({ month: z.string(), posts: z.int(), withLink: z.int(), mills: z.int() })

export function createCostsRepository(database: Database.Database): CostsRepository {
  const add = database.prepare('INSERT OR IGNORE INTO costs (job_id, month, mills, has_link, at) VALUES (?, ?, ?, ?, ?)')
  const months = database.prepare('SELECT month, count(*) AS posts, sum(has_link) AS withLink, sum(mills) AS mills FROM costs GROUP BY month ORDER BY month DESC')
  const spent = database.prepare<[string], number>('SELECT coalesce(sum(mills), 0) FROM costs WHERE month = ?').pluck()
  return {
    add: (jobId, month, { mills, hasLink }, at) => void add.run(jobId, month, mills, hasLink ? 1 : 0, at),
    months: () => months.all().map((row) => monthSchema.parse(row)),
    spentIn: (month) => spent.get(month) ?? 0
  }
}
