/**
 * What the runner asks at every tick, for one account. Each must be answered from `outbox_next` alone, however many posts are planned;
 * tests/integration/outbox/tick-cost.test.ts looks at SQLite's plan.
 */
export const nextDueSql = `
  SELECT id FROM outbox_jobs
  WHERE account_id = @accountId AND next_attempt_at IS NOT NULL AND next_attempt_at <= @now
  ORDER BY next_attempt_at, due_at, created_at, id LIMIT 1`

export const nextDueQueuedSql = `
  SELECT id FROM outbox_jobs
  WHERE account_id = @accountId AND next_attempt_at IS NOT NULL AND next_attempt_at <= @now AND state = 'queued'
  ORDER BY next_attempt_at, due_at, created_at, id LIMIT 1`

export const countUntilSql = `
  SELECT count(*) FROM (
    SELECT 1 FROM outbox_jobs WHERE account_id = @accountId AND next_attempt_at IS NOT NULL AND next_attempt_at <= @until LIMIT 1000)`

export const nextWakeSql = `
  SELECT min(next_attempt_at) AS at FROM outbox_jobs
  WHERE account_id = @accountId AND next_attempt_at IS NOT NULL AND next_attempt_at > @now`

export const waitingSql = `SELECT id FROM outbox_jobs WHERE account_id = ? AND state = 'waiting_for_network' ORDER BY due_at, id LIMIT ?`

/** Asked while a hold stands. By due time, so that a retry that rests is found too; what can still be taken back is not due yet. */
export const dueOrWaitingSql = `
  SELECT id FROM outbox_jobs WHERE id IN (
    SELECT id FROM outbox_jobs WHERE finished_at IS NULL AND state = 'queued' AND due_at <= @now AND account_id = @accountId
    UNION SELECT id FROM outbox_jobs WHERE account_id = @accountId AND state = 'waiting_for_network'
    UNION SELECT id FROM outbox_jobs WHERE account_id = @accountId AND next_attempt_at IS NOT NULL AND next_attempt_at <= @now AND state = 'queued')
  ORDER BY due_at, id LIMIT @limit`

/** What the network works on, or keeps for its time, under this name for another job. */
export const promisedSql = `
  SELECT 1 FROM outbox_jobs WHERE finished_at IS NULL AND state = 'pending_at_network' AND account_id = @accountId AND pending_token = @remoteId AND id <> @jobId
  UNION ALL SELECT 1 FROM hand_overs WHERE account_id = @accountId AND scheduled_id = @remoteId AND job_id <> @jobId LIMIT 1`

/** Looked for with its network after a restoration, without a call that gave it to it. */
export const isSought = `wish IN ('doubt', 'take_back') AND is_uncertain = 1 AND scheduled_id IS NULL AND NOT EXISTS (SELECT 1 FROM job_attempts WHERE job_id = there.job_id AND step = 'hand_over')`
export const soughtSql = `SELECT 1 FROM hand_overs AS there WHERE job_id = ? AND ${isSought}`

/** Another hour is wished than one that the network has, or may have while a call of which nobody knows may have arrived. */
export const hasOtherHour = `wish IN ('move', 'hand_over') AND (wish = 'move' OR is_uncertain = 1) AND (asked_due_at <> due_at OR due_until <> due_at)`
/** The hour at which it may still go, the one at which it went although another one was wished, and what follows once it is called back. */
export const hoursSql = `
  SELECT CASE WHEN NOT (${hasOtherHour}) THEN NULL WHEN asked_due_at <> due_at THEN asked_due_at ELSE due_until END AS stillAt, old_hour AS oldHour, after_return AS afterReturn
  FROM hand_overs WHERE job_id = ?`

/** Under which name the job is with its network, waiting for its hour. */
export const scheduledAsSql = 'SELECT scheduled_id FROM hand_overs WHERE job_id = ?'

export const awaitingLoginSql = `SELECT id FROM outbox_jobs WHERE account_id = ? AND awaits_login = 1`

/**
 * What waits here although the client said no to it: it asks, and does not go out. Found from the posts whose newest word is a no, and not among all that waits
 * (`CROSS JOIN`: in this order); by the rule of `answerAgainst`, as the newest word follows each edit.
 */
const withRefused = `
  WITH refused AS MATERIALIZED (
    SELECT job.id FROM post_approvals AS said CROSS JOIN outbox_jobs AS job ON job.post_id = said.post_id
    WHERE said.says_no = 1 AND said.sequence = (SELECT max(sequence) FROM post_approvals WHERE post_id = said.post_id)
      AND job.finished_at IS NULL AND job.kind = 'publish_post' AND job.hand_over IS NULL
      AND (job.state = 'waiting_for_network' OR (job.state = 'queued' AND job.next_attempt_at IS NOT NULL)))`
/** What is only looked for there is not with its network. */
const andSought = `, sought AS MATERIALIZED (SELECT job_id FROM hand_overs AS there WHERE ${isSought})`
const notRefused = ' AND id NOT IN (SELECT id FROM refused)'

/** Parts of a thread that stand behind another one have no time of their own to be looked at. */
const isNext = ' AND next_attempt_at IS NOT NULL'
/** Of so many nobody counts which belong together, and to find out would keep the engine for a tenth of a second. */
const mostToGroup = 5000
/** A post is one, on however many accounts: so people count. What belongs to no post (a reply, a like) counts by itself. */
function postsAmong(...ranges: readonly string[]): string {
  const entries = ranges.map((range) => `(SELECT count(*) FROM outbox_jobs WHERE ${range})`).join(' + ')
  const posts = `(SELECT count(*) FROM (SELECT 1 FROM (${ranges.map((range) => `SELECT post_id, id FROM outbox_jobs WHERE ${range}${notRefused}`).join(' UNION ALL ')}) GROUP BY coalesce(post_id, id)))`
  const refused = ranges.map((range) => `(SELECT count(*) FROM refused CROSS JOIN outbox_jobs USING (id) WHERE ${range})`).join(' - ')
  return `(CASE WHEN ${entries} > ${mostToGroup} THEN ${entries} - ${refused} ELSE ${posts} END)`
}
const inState = (state: string, also = ''): string => `finished_at IS NULL AND state = '${state}'${also}`
/** What asks, counted in the same way: also a post that the client refused, before its hour. */
const askingRanges = [...['missed', 'failed', 'held'].map((state) => inState(state)), ...['unknown_outcome', 'pending_at_network'].map((state) => inState(state, ' AND next_attempt_at IS NULL AND hand_over IS NULL'))]
const askingEntries = `(SELECT count(*) FROM refused) + ${askingRanges.map((range) => `(SELECT count(*) FROM outbox_jobs WHERE ${range})`).join(' + ')}`
const askingPosts = `(CASE WHEN ${askingEntries} > ${mostToGroup} THEN ${askingEntries} ELSE (
  SELECT count(*) FROM (SELECT 1 FROM (
    SELECT job.post_id, job.id FROM refused CROSS JOIN outbox_jobs AS job USING (id) UNION ALL ${askingRanges.map((range) => `SELECT post_id, id FROM outbox_jobs WHERE ${range}`).join(' UNION ALL ')}
  ) GROUP BY coalesce(post_id, id))) END)`
const soonestPlanned = `(
  SELECT min(at) FROM (
    SELECT min(due_at) AS at FROM outbox_jobs WHERE finished_at IS NULL AND state = 'queued'${isNext}${notRefused}
    UNION ALL SELECT min(due_at) FROM outbox_jobs WHERE finished_at IS NULL AND state = 'waiting_for_network'${notRefused}))`

/** Posts of which a few of all that ever waited with a network are meant. */
function postsOf(there: string, job: string): string {
  return `(SELECT count(*) FROM (SELECT 1 FROM (SELECT job_id FROM hand_overs WHERE ${there}) CROSS JOIN outbox_jobs ON id = job_id WHERE ${job} GROUP BY coalesce(post_id, id)))`
}

/**
 * By the rule of `shared/outbox/open-section.ts`: what asks (also what the client refused before its hour), what goes out, what waits at its network and what is only looked for there, all as posts; beside them those of which the network has another hour than the one wished, or had it when they went out. Each part is a
 * range of `outbox_open_by_state`; counting a hundred thousand planned posts takes some ten ms that way, and beyond some thousands entries are counted as they are.
 */
export const countsSql = `${withRefused}${andSought}
  SELECT
    ${askingPosts} AS needsAttention,
    ${postsAmong(inState('queued', isNext), inState('waiting_for_network'), inState('sending'), ...['unknown_outcome', 'pending_at_network'].map((state) => inState(state, ' AND next_attempt_at IS NOT NULL AND hand_over IS NULL')))} AS waiting,
    ${postsAmong(inState('pending_at_network', ' AND hand_over IS NOT NULL AND id NOT IN (SELECT job_id FROM sought)'))} AS atNetwork,
    ${postsAmong(inState('pending_at_network', ' AND hand_over IS NOT NULL AND id IN (SELECT job_id FROM sought)'))} AS soughtThere,
    ${postsOf(hasOtherHour, 'finished_at IS NULL')} AS movingThere,
    ${postsOf('old_hour IS NOT NULL AND old_hour_read = 0', 'finished_at IS NOT NULL')} AS outAtOldHour,
    ${soonestPlanned} AS nextDueAt`

/** What a hold that begins now keeps here: it waits, and no request of it is on the way. Counted like `waiting`. */
export const keptSql = `${withRefused} SELECT ${postsAmong(inState('queued', isNext), inState('waiting_for_network'))} AS kept`

/** About to leave, and so due today, unless the day ends within the minute. */
const leaving = 'undo_until IS NOT NULL AND due_at < @dayEnd'
const dueToday = ' AND due_at < @dayEnd AND undo_until IS NULL'

export const pendingWorkSql = `${withRefused}
  SELECT
    ${postsAmong(inState('sending'), ...['unknown_outcome', 'pending_at_network'].map((state) => inState(state, ' AND next_attempt_at IS NOT NULL')))} AS sending,
    ${postsAmong(leaving)} AS leaving,
    ${postsAmong(inState('queued', isNext + dueToday), inState('waiting_for_network', dueToday))} AS dueToday,
    ${soonestPlanned} AS nextDueAt`

/** By the indexes of what is finished and of what is open: both only as far back as the absence. */
export const absenceSql = `
  SELECT
    (SELECT count(DISTINCT coalesce(post_id, id)) FROM outbox_jobs
      WHERE finished_at IS NOT NULL AND finished_at >= @since AND due_at BETWEEN @since AND @until AND state = 'published') AS out,
    (SELECT count(DISTINCT coalesce(post_id, id)) FROM outbox_jobs
      WHERE finished_at IS NULL AND due_at BETWEEN @since AND @until
        AND (state IN ('missed', 'failed', 'held') OR (state IN ('unknown_outcome', 'pending_at_network') AND next_attempt_at IS NULL))) AS asking`

export const bringForwardSql = `
  UPDATE outbox_jobs SET next_attempt_at = max(@now, next_attempt_at - @by)
  WHERE next_attempt_at > @now AND finished_at IS NULL AND (attempts > 0 OR failure IS NOT NULL OR is_planned = 0)`
