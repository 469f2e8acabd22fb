import { openDatabase } from '../../electron/engine/database/open-database.ts'
import { migration0013 } from '../../electron/engine/database/migrations/workspace/0013-rate-limits.ts'
import { createRateLimits } from '../../electron/engine/limits/create-rate-limits.ts'
import type { RateLimits } from '../../electron/engine/limits/rate-limits-service.ts'

/** The real keeper of budgets on a database of its own. */
export function limitsInMemory(now: () => number): RateLimits {
  const database = openDatabase(':memory:')
  migration0013.up(database)
  return createRateLimits({ database, clock: { now, after: () => () => undefined } })
}
