/**
 * What the runner asks at every tick, for one account. Each must be answered from `outbox_next` alone, however many posts are planned;
 * tests/integration/outbox/tick-cost.test.ts looks at SQLite's plan.
 */
export const nextDueSql = `
  SELECT id FROM outbox_jobs
  WHERE account_id = @accountId AND next_attempt_at IS NOT NULL AND next_attempt_at <= @now
  ORDER BY next_attempt_at, created_at, id LIMIT 1`

export const nextDueQueuedSql = `
  SELECT id FROM outbox_jobs
  WHERE account_id = @accountId AND next_attempt_at IS NOT NULL AND next_attempt_at <= @now AND state = 'queued'
  ORDER BY next_attempt_at, created_at, id LIMIT 1`

export const nextWakeSql = `
  SELECT min(next_attempt_at) AS at FROM outbox_jobs
  WHERE account_id = @accountId AND next_attempt_at IS NOT NULL AND next_attempt_at > @now`

export const waitingSql = `SELECT id FROM outbox_jobs WHERE account_id = ? AND state = 'waiting_for_network' ORDER BY due_at, id LIMIT ?`

export const awaitingLoginSql = `SELECT id FROM outbox_jobs WHERE account_id = ? AND awaits_login = 1`

export const countsSql = `
  SELECT
    count(*) FILTER (WHERE state IN ('missed', 'failed', 'held') OR (state IN ('unknown_outcome', 'pending_at_network') AND next_attempt_at IS NULL)) AS needsAttention,
    count(*) FILTER (WHERE state IN ('queued', 'waiting_for_network', 'sending') OR (state IN ('unknown_outcome', 'pending_at_network') AND next_attempt_at IS NOT NULL)) AS waiting,
    min(due_at) FILTER (WHERE state IN ('queued', 'waiting_for_network')) AS nextDueAt
  FROM outbox_jobs WHERE finished_at IS NULL`

export const pendingWorkSql = `
  SELECT
    count(*) FILTER (WHERE state IN ('sending', 'unknown_outcome', 'pending_at_network') AND (state = 'sending' OR next_attempt_at IS NOT NULL)) AS sending,
    count(*) FILTER (WHERE state IN ('queued', 'waiting_for_network') AND due_at < @dayEnd) AS dueToday,
    min(due_at) FILTER (WHERE state IN ('queued', 'waiting_for_network')) AS nextDueAt
  FROM outbox_jobs WHERE finished_at IS NULL`
