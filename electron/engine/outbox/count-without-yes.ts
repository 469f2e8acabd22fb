import type Database from 'better-sqlite3'
import type { FeatureCounts } from '../workspaces/feature.ts'

/** Beyond so many nobody looks at each for its answer. */
const mostLookedAt = 5000

/**
 * Where posts need a yes: what waits and has none for its very content does not go out at its time; by the rule of `objectionToJob`. A refused one asks, and is counted
 * there. The newest word follows each edit, so a yes counts as long as it is the newest and says what the job says.
 */
const withoutYesSql = `
  WITH waiting AS MATERIALIZED (
    SELECT id, post_id, due_at, kind, payload FROM outbox_jobs
    WHERE finished_at IS NULL AND (state = 'waiting_for_network' OR (state = 'queued' AND next_attempt_at IS NOT NULL))
    ORDER BY due_at, id LIMIT ${mostLookedAt}),
  newest AS MATERIALIZED (
    SELECT post_id, approval, says_no FROM post_approvals
    WHERE sequence IN (SELECT max(sequence) FROM post_approvals WHERE post_id IN (SELECT post_id FROM waiting) GROUP BY post_id)),
  told AS (
    SELECT coalesce(waiting.post_id, waiting.id) AS post, due_at, coalesce(says_no, 0) AS is_refused,
      kind = 'publish_post' AND waiting.post_id IS NOT NULL
        AND NOT coalesce(json_extract(approval, '$.kind') = 'approved' AND json_extract(approval, '$.contentHash') = json_extract(payload, '$.contentHash'), 0) AS lacks
    FROM waiting LEFT JOIN newest USING (post_id))
  SELECT
    (SELECT count(DISTINCT post) FROM told WHERE lacks = 1 AND is_refused = 0) AS withoutYes,
    (SELECT min(due_at) FROM told WHERE lacks = 0) AS nextDueAt`

/** How many posts wait and would be held for want of a yes, and when the first thing goes that is not kept by that. */
export function createWithoutYesCount(database: Database.Database): () => Required<Pick<FeatureCounts, 'withoutYes' | 'nextDueAt'>> {
  const statement = database.prepare<[], { withoutYes: number; nextDueAt: number | null }>(withoutYesSql)
  return () => statement.get() ?? { withoutYes: 0, nextDueAt: null }
}
