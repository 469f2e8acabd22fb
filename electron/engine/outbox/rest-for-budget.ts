import type { Account } from '../../../shared/accounts/account.ts'
import { waitsForBudget } from '../limits/create-rate-limits.ts'
import type { RateLimits } from '../limits/rate-limits-service.ts'
import type { CallUse } from '../networks/network-limits.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { deadlineOf } from './deadline-of.ts'
import type { JobRecord } from './job-record.ts'
import type { OutboxLedger } from './outbox-ledger.ts'
import type { OutboxRepository } from './outbox-repository.ts'
import { rateLimitSpreadMs } from './retry-times.ts'

export interface BudgetNeeds {
  readonly context: WorkspaceContext
  readonly repository: OutboxRepository
  readonly ledger: OutboxLedger
  readonly limits: Pick<RateLimits, 'sendAt' | 'of'>
}

/**
 * Inside the claim's transaction: whether a job that is due has to wait for its network's budget. It says until when, and so it is not looked at before; one
 * that would be too late then is told at once.
 */
export function restsForBudget({ context, repository, ledger, limits }: BudgetNeeds, account: Account, job: JobRecord): boolean {
  const now = context.clock.now()
  const until = limits.sendAt(account, usesOf(job), (fullAgainAt) => repository.countUntil(account.id, fullAgainAt + rateLimitSpreadMs))
  if (until <= now) return false
  const failure = waitsForBudget(hostOf(account), until)
  // Behind the one that was refused and comes back a little after that time.
  const nextAttemptAt = until + rateLimitSpreadMs
  if (nextAttemptAt < deadlineOf(job, context.workspace().lateGraceMinutes)) ledger.note(ledger.touch(job, { nextAttemptAt, failure }), { kind: 'rests', until: nextAttemptAt, reason: '' })
  else ledger.move(job, job.kind === 'publish_post' ? 'became_late' : 'refused', { nextAttemptAt: null, failure })
  return true
}

/** Whether looking for a job, or asking how far the network is with it, has to wait. */
export function restsFromLooking({ context, ledger, limits }: BudgetNeeds, account: Account, job: JobRecord): boolean {
  const until = limits.of(account).heldUntil('read')
  if (until === null || until <= context.clock.now()) return false
  ledger.touch(job, { nextAttemptAt: until })
  return true
}

function usesOf({ payload }: JobRecord): readonly CallUse[] {
  const hasFiles = payload?.effect === 'create' && payload.media.length > 0
  return hasFiles ? ['read', 'write', 'upload'] : ['read', 'write']
}

function hostOf({ serverUrl }: Account): string {
  return URL.canParse(serverUrl) ? new URL(serverUrl).host : serverUrl
}
