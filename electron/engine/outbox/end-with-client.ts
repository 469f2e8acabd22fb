import type Database from 'better-sqlite3'
import { isOnItsWay } from '../../../shared/outbox/job-groups.ts'
import { isRepeatable } from '../../../shared/outbox/job-nature.ts'
import { clientOnTheWaySchema, type ClientOnTheWay, type OpenEnd } from '../../../shared/workspaces/client-removal.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { Clock } from '../time/clock.ts'
import type { AttemptsRepository } from './attempts-repository.ts'
import type { HandOverPart } from './hand-over/create-hand-over.ts'
import { isByHand, type JobRecord } from './job-record.ts'
import { mayBeThere } from './may-be-there.ts'
import type { OutboxRepository } from './outbox-repository.ts'
import type { OutboxRunner } from './outbox-runner.ts'
import { isSought } from './outbox-statements.ts'

/** How a client that is removed ends what it had on the way, in order. */
export interface ClientEnd {
  /** What a removal would cut, and what has left since that moment. */
  count(since: number | null): ClientOnTheWay
  /** Nothing new leaves; what waits with a network is called back, and what is on the wire is waited for, or cut. */
  drain(): Promise<void>
  /** It was not removed after all. */
  resume(): void
  /** What may be out, or go out, although nobody will look any more. `excerpt` is the client's own and belongs into its folder alone. */
  listOpenEnds(): readonly (OpenEnd & { readonly excerpt: string })[]
}

export interface ClientEndNeeds {
  readonly database: Database.Database
  readonly clock: Clock
  readonly accounts: Pick<AccountsService, 'read'>
  readonly repository: Pick<OutboxRepository, 'read'>
  readonly attempts: Pick<AttemptsRepository, 'wasEverUncertain' | 'isBeingLookedFor'>
  readonly runner: Pick<OutboxRunner, 'drain' | 'resume'>
  readonly atNetwork: Pick<HandOverPart, 'recallAll' | 'goOn'>
  poke(): void
}

/** Longer than a post of words takes on a slow line; somebody waits for the answer. */
const graceMs = 15_000

export function createClientEnd({ database, clock, accounts, repository, attempts, runner, atNetwork, poke }: ClientEndNeeds): ClientEnd {
  const counts = database.prepare(countSql)
  const touched = database.prepare<[], string>(touchedSql).pluck()

  function openEndOf(job: JobRecord): OpenEnd | null {
    const account = accounts.read(job.accountId)
    const whose = { networkId: account?.networkId ?? null, handle: account?.handle ?? '' }
    if (job.handOver !== null) return { ...whose, kind: 'at_network', at: job.dueAt }
    if (isByHand(job) || isRepeatable(job.kind)) return null
    return isOnItsWay(job) || mayBeThere(attempts, job) ? { ...whose, kind: 'unknown', at: job.lastSentAt ?? job.dueAt } : null
  }

  return {
    count: (since) => clientOnTheWaySchema.parse(counts.get({ since: since ?? Number.MAX_SAFE_INTEGER })),
    async drain() {
      // Together: the one may take the whole time.
      await Promise.all([runner.drain(graceMs), withinTime(clock, graceMs, atNetwork.recallAll())])
    },
    resume() {
      runner.resume()
      atNetwork.goOn()
      poke()
    },
    listOpenEnds: () =>
      touched.all().flatMap((jobId) => {
        const job = repository.read(jobId)
        const end = job === null ? null : openEndOf(job)
        return job === null || end === null ? [] : [{ ...end, excerpt: job.excerpt }]
      })
  }
}

/** A post on three accounts is one post. What is only looked for at its network was given to none as far as anybody knows: it is planned. */
const countSql = `
  WITH sought AS MATERIALIZED (SELECT job_id FROM hand_overs AS there WHERE ${isSought})
  SELECT
    (SELECT count(DISTINCT coalesce(post_id, id)) FROM outbox_jobs WHERE finished_at IS NOT NULL AND finished_at >= @since AND state = 'published') AS left,
    count(DISTINCT CASE WHEN state = 'queued' AND undo_until IS NOT NULL THEN coalesce(post_id, id) END) AS leaving,
    count(DISTINCT CASE WHEN state = 'sending' THEN coalesce(post_id, id) END) AS sending,
    count(DISTINCT CASE WHEN hand_over IS NULL AND (state = 'unknown_outcome' OR (state = 'pending_at_network' AND next_attempt_at IS NOT NULL)) THEN coalesce(post_id, id) END) AS inDoubt,
    count(DISTINCT CASE WHEN hand_over IS NOT NULL AND id NOT IN sought THEN coalesce(post_id, id) END) AS atNetwork,
    min(CASE WHEN hand_over IS NOT NULL AND id NOT IN sought THEN due_at END) AS nextThereAt,
    count(DISTINCT CASE WHEN state IN ('waiting_for_network', 'held') OR (state = 'queued' AND undo_until IS NULL) OR id IN sought THEN coalesce(post_id, id) END) AS planned
  FROM outbox_jobs WHERE finished_at IS NULL`

const touchedSql = `
  SELECT id FROM outbox_jobs
  WHERE finished_at IS NULL AND (state IN ('sending', 'unknown_outcome', 'pending_at_network') OR hand_over IS NOT NULL OR first_sent_at IS NOT NULL)
  ORDER BY due_at, id`

async function withinTime(clock: Clock, delay: number, work: Promise<void>): Promise<void> {
  let cancel = (): void => undefined
  const tooLong = new Promise<void>((resolve) => (cancel = clock.after(delay, resolve)))
  await Promise.race([work, tooLong])
  cancel()
}
