import { studioError } from '../../../shared/errors/studio-error.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { callUses, type CallUse, type LimitReading } from '../networks/network-limits.ts'
import { heldUntil, pollAt, sendAt, type Budget } from './budget.ts'
import { createBudgetsRepository, type StoredBudget } from './budgets-repository.ts'
import type { RateLimits } from './rate-limits-service.ts'

/** Below this share a budget is worth remembering over a restart. */
const shortShare = 0.25
/** A refusal without a budget's name holds for every kind of call. */
const refusal = 'refusal'

/** The budgets of one workspace's accounts, in memory; those that are short also in its database. */
export function createRateLimits({ database, clock }: Pick<WorkspaceContext, 'database' | 'clock'>): RateLimits {
  const repository = createBudgetsRepository(database)
  const budgets = new Map<string, StoredBudget>()
  const lastSent = new Map<string, number>()
  for (const budget of repository.load(clock.now())) budgets.set(keyOf(budget), budget)

  function keep(budget: StoredBudget): void {
    const before = budgets.get(keyOf(budget))
    budgets.set(keyOf(budget), budget)
    if (isShort(budget)) repository.write(budget)
    else if (before !== undefined && isShort(before)) repository.remove(budget.scope, budget.bucket)
  }

  function budgetsOf(account: { readonly id: string; readonly networkId: string }): readonly Budget[] {
    const scopes = new Set([accountScope(account.id), appScope(account.networkId)])
    return [...budgets.values()].filter(({ scope }) => scopes.has(scope))
  }

  function noteReading(scope: string, use: CallUse, { bucket, max, remaining, resetsAt }: LimitReading): void {
    const before = budgets.get(keyOf({ scope, bucket }))
    const uses = before?.uses.includes(use) === true ? before.uses : [...(before?.uses ?? []), use]
    keep({ scope, bucket, max, remaining, resetsAt, uses })
  }

  /** A refusal empties the budget it tells of, until the later of both times; one that tells of none holds everything. */
  function noteRefusal(scope: string, use: CallUse, readings: readonly LimitReading[], until: number): void {
    const [told] = readings.filter((reading) => reading.remaining <= 0)
    if (told === undefined) keep({ scope, bucket: refusal, max: 1, remaining: 0, resetsAt: until, uses: callUses })
    else noteReading(scope, use, { ...told, resetsAt: Math.max(told.resetsAt, until) })
  }

  return {
    of(account) {
      const own = accountScope(account.id)
      return {
        heldUntil: (use) => heldUntil(budgetsOf(account), use, clock.now()),
        note(use, readings, refusedUntil) {
          if (use === 'write') lastSent.set(account.id, clock.now())
          for (const reading of readings) noteReading(reading.scope === 'app' ? appScope(account.networkId) : own, use, reading)
          if (refusedUntil !== null) noteRefusal(own, use, readings, refusedUntil)
        }
      }
    },
    sendAt(account, uses, waiting) {
      const now = clock.now()
      const short = budgetsOf(account).filter((budget) => budget.resetsAt > now && isShort(budget))
      if (short.length === 0) return now
      const fullAgainAt = Math.max(...short.map(({ resetsAt }) => resetsAt))
      return sendAt({ budgets: short, uses, now, waiting: waiting(fullAgainAt), lastSentAt: lastSent.get(account.id) ?? null })
    },
    pollAt: (account, dueSoon) => pollAt(budgetsOf(account), { now: clock.now(), dueSoon: dueSoon() }),
    hold(account, until) {
      const now = clock.now()
      const isHeld = callUses.some((use) => (heldUntil(budgetsOf(account), use, now) ?? 0) >= until)
      if (!isHeld) keep({ scope: accountScope(account.id), bucket: refusal, max: 1, remaining: 0, resetsAt: until, uses: callUses })
    },
    forget(accountId) {
      const scope = accountScope(accountId)
      repository.removeScope(scope)
      for (const [key, budget] of budgets) if (budget.scope === scope) budgets.delete(key)
    },
    clockWentBack(by) {
      for (const budget of [...budgets.values()]) keep({ ...budget, resetsAt: budget.resetsAt - by })
    }
  }
}

/** Said of what is due and has to wait for a budget. */
export function waitsForBudget(host: string, until: number) {
  return studioError('rate_limited', 'the network’s budget is used up until then', { retryable: true, details: { host, until } })
}

function isShort({ max, remaining }: Budget): boolean {
  return remaining < max * shortShare
}

function accountScope(accountId: string): string {
  return `account ${accountId}`
}

function appScope(networkId: string): string {
  return `app ${networkId}`
}

function keyOf({ scope, bucket }: Pick<StoredBudget, 'scope' | 'bucket'>): string {
  return `${scope} ${bucket}`
}
