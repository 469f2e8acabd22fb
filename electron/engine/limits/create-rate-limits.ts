import { studioError } from '../../../shared/errors/studio-error.ts'
import { sha256Of } from '../sha256.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { callUses, type CallUse, type LimitReading } from '../networks/network-limits.ts'
import { heldUntil, pollAt, sendAt, type Budget } from './budget.ts'
import { createBudgetsRepository, type StoredBudget } from './budgets-repository.ts'
import { createAppBudgets, type AppBudgets } from './app-budgets.ts'
import type { RateLimits, Whose } from './rate-limits-service.ts'

/** Below this share a budget is worth remembering over a restart. */
const shortShare = 0.25
/** A refusal without a budget's name holds for every kind of call. */
const refusal = 'refusal'
const narrow: ReadonlySet<CallUse> = new Set(['pass_on', 'rename'])

/**
 * The budgets of one workspace's accounts, in memory; those that are short also in its database. What belongs to an app is shared with the other clients whose
 * accounts use the same one.
 */
export function createRateLimits({ database, clock }: Pick<WorkspaceContext, 'database' | 'clock'>, apps: AppBudgets = createAppBudgets()): RateLimits {
  const repository = createBudgetsRepository(database)
  const budgets = new Map<string, StoredBudget>()
  const lastSent = new Map<string, number>()
  for (const budget of repository.load(clock.now())) {
    if (isOfApp(budget)) apps.merge(budget)
    else budgets.set(keyOf(budget), budget)
  }

  function keep(budget: StoredBudget): void {
    // The answer of a call that outlived its client.
    if (!database.open) return
    const before = find(budget.scope, budget.bucket)
    if (isOfApp(budget)) apps.put(budget)
    else budgets.set(keyOf(budget), budget)
    if (isShort(budget)) repository.write(budget)
    else if (before !== null && isShort(before)) repository.remove(budget.scope, budget.bucket)
  }

  function find(scope: string, bucket: string): StoredBudget | null {
    return isOfApp({ scope }) ? apps.read(scope, bucket) : (budgets.get(keyOf({ scope, bucket })) ?? null)
  }

  /** Those of an app that nobody has named yet are the network's own. */
  const appOf = ({ id, networkId }: Whose): string => apps.appOf(id) ?? appScope(networkId, null)
  const ownBudgets = (account: Whose): readonly Budget[] => [...budgets.values()].filter(({ scope }) => scope === accountScope(account.id))
  const budgetsOf = (account: Whose): readonly Budget[] => [...ownBudgets(account), ...apps.ofApp(appOf(account))]

  function noteReading(scope: string, use: CallUse, { bucket, max, remaining, resetsAt }: LimitReading): void {
    const before = find(scope, bucket)
    const uses = before?.uses.includes(use) === true ? before.uses : [...(before?.uses ?? []), use]
    keep({ scope, bucket, max, remaining, resetsAt, uses })
  }

  /** A refusal empties the budget it tells of (of several, the one that lasts longest), until the later of both times; one that tells of none holds everything, but for what has a budget so narrow that it is sure to be meant. */
  function noteRefusal(scope: string, use: CallUse, readings: readonly LimitReading[], until: number, scopeOf: (reading: LimitReading) => string): void {
    const [told] = readings.filter((reading) => reading.remaining <= 0).toSorted((one, other) => other.resetsAt - one.resetsAt)
    if (told === undefined) keep({ scope, ...(narrow.has(use) ? { bucket: `${refusal} ${use}`, uses: [use] } : { bucket: refusal, uses: callUses }), max: 1, remaining: 0, resetsAt: until })
    else noteReading(scopeOf(told), use, { ...told, resetsAt: Math.max(told.resetsAt, until) })
  }

  return {
    of(account, app) {
      if (app !== undefined) apps.noteApp(account.id, appScope(account.networkId, app))
      const scopeOf = (reading: LimitReading): string => (reading.scope === 'app' ? appOf(account) : own)
      const own = accountScope(account.id)
      return {
        heldUntil: (use) => heldUntil(budgetsOf(account), use, clock.now()),
        note(use, readings, refusedUntil) {
          if (use === 'write') {
            lastSent.set(account.id, clock.now())
            apps.noteSent(appOf(account), clock.now())
          }
          for (const reading of readings) noteReading(scopeOf(reading), use, reading)
          if (refusedUntil !== null) noteRefusal(own, use, readings, refusedUntil, scopeOf)
        }
      }
    },
    sendAt(account, uses, waiting) {
      const now = clock.now()
      const short = (list: readonly Budget[]): readonly Budget[] => list.filter((budget) => budget.resetsAt > now && isShort(budget))
      const [own, ofApp] = [short(ownBudgets(account)), short(apps.ofApp(appOf(account)))]
      const ownTurn = own.length === 0 ? now : sendAt({ budgets: own, uses, now, waiting: waiting(Math.max(...own.map(({ resetsAt }) => resetsAt))), lastSentAt: lastSent.get(account.id) ?? null })
      // How much the other clients want to send is theirs to know: what is left is spread, whoever comes.
      return Math.max(ownTurn, sendAt({ budgets: ofApp, uses, now, waiting: Number.POSITIVE_INFINITY, lastSentAt: apps.lastSentAt(appOf(account)) }))
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
      apps.forgetAccount(accountId)
    },
    clockWentBack(by) {
      for (const budget of [...budgets.values()]) keep({ ...budget, resetsAt: budget.resetsAt - by })
      apps.clockWentBack(by, clock.now())
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

/** Accounts that log in through the same app have the same one. A digest: nothing of a login stands in the database. */
function appScope(networkId: string, app: string | null): string {
  return app === null ? `app ${networkId}` : `app ${networkId} ${sha256Of(app).toString('hex').slice(0, 16)}`
}

function isOfApp({ scope }: Pick<StoredBudget, 'scope'>): boolean {
  return scope.startsWith('app ')
}

function keyOf({ scope, bucket }: Pick<StoredBudget, 'scope' | 'bucket'>): string {
  return `${scope} ${bucket}`
}
