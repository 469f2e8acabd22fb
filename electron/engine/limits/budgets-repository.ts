import type Database from 'better-sqlite3'
import { z } from 'zod'
import { callUses } from '../networks/network-limits.ts'
import type { Budget } from './budget.ts'

export interface StoredBudget extends Budget {
  readonly scope: string
  readonly bucket: string
}

export interface BudgetsRepository {
  /** Those that are not full again yet; the others are forgotten. */
  load(now: number): readonly StoredBudget[]
  write(budget: StoredBudget): void
  remove(scope: string, bucket: string): void
  removeScope(scope: string): void
}

const usesSchema = z.array(z.enum(callUses))
const rowSchema = z
  .object({ scope: z.string(), bucket: z.string(), max: z.int(), remaining: z.int(), resets_at: z.int(), uses: z.string() })
  .transform(({ resets_at, uses, ...row }): StoredBudget => ({ ...row, resetsAt: resets_at, uses: usesSchema.parse(JSON.parse(uses)) }))

export function createBudgetsRepository(database: Database.Database): BudgetsRepository {
  const select = database.prepare('SELECT scope, bucket, max, remaining, resets_at, uses FROM rate_limits')
  const upsert = database.prepare(
    `INSERT INTO rate_limits (scope, bucket, max, remaining, resets_at, uses) VALUES (@scope, @bucket, @max, @remaining, @resetsAt, @uses)
     ON CONFLICT (scope, bucket) DO UPDATE SET max = @max, remaining = @remaining, resets_at = @resetsAt, uses = @uses`
  )
  const drop = database.prepare('DELETE FROM rate_limits WHERE scope = ? AND bucket = ?')
  const dropScope = database.prepare('DELETE FROM rate_limits WHERE scope = ?')
  const dropFull = database.prepare('DELETE FROM rate_limits WHERE resets_at <= ?')
  return {
    load(now) {
      dropFull.run(now)
      return select.all().map((row) => rowSchema.parse(row))
    },
    write({ uses, ...budget }) {
      upsert.run({ ...budget, uses: JSON.stringify(uses) })
    },
    remove(scope, bucket) {
      drop.run(scope, bucket)
    },
    removeScope(scope) {
      dropScope.run(scope)
    }
  }
}
