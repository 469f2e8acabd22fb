import type { StoredBudget } from './budgets-repository.ts'

/**
 * What an app may ask for all accounts that log in through it, of whichever client: one app's credentials are one budget. Which app an account uses is told
 * by its sessions.
 */
export interface AppBudgets {
  appOf(accountId: string): string | null
  noteApp(accountId: string, app: string): void
  forgetAccount(accountId: string): void
  read(app: string, bucket: string): StoredBudget | null
  ofApp(app: string): readonly StoredBudget[]
  put(budget: StoredBudget): void
  /** From a client's database: the word that asks for more patience counts. */
  merge(budget: StoredBudget): void
  lastSentAt(app: string): number | null
  noteSent(app: string, at: number): void
  /** Each client notices the same jump of the clock; it counts once. */
  clockWentBack(by: number, now: number): void
}

const sameJumpMs = 60_000

export function createAppBudgets(): AppBudgets {
  const apps = new Map<string, string>()
  const budgets = new Map<string, StoredBudget>()
  const sent = new Map<string, number>()
  let lastJump: { readonly by: number; readonly at: number } | null = null
  const keyOf = ({ scope, bucket }: Pick<StoredBudget, 'scope' | 'bucket'>): string => `${scope} ${bucket}`
  const put = (budget: StoredBudget): void => void budgets.set(keyOf(budget), budget)

  return {
    appOf: (accountId) => apps.get(accountId) ?? null,
    noteApp: (accountId, app) => void apps.set(accountId, app),
    forgetAccount: (accountId) => void apps.delete(accountId),
    read: (app, bucket) => budgets.get(keyOf({ scope: app, bucket })) ?? null,
    ofApp: (app) => [...budgets.values()].filter(({ scope }) => scope === app),
    put,
    merge(budget) {
      const known = budgets.get(keyOf(budget))
      if (known === undefined || budget.resetsAt > known.resetsAt || (budget.resetsAt === known.resetsAt && budget.remaining < known.remaining)) put(budget)
    },
    lastSentAt: (app) => sent.get(app) ?? null,
    noteSent: (app, at) => void sent.set(app, at),
    clockWentBack(by, now) {
      if (lastJump !== null && Math.abs(lastJump.by - by) < sameJumpMs && Math.abs(now - lastJump.at) < sameJumpMs) return
      lastJump = { by, at: now }
      for (const budget of [...budgets.values()]) put({ ...budget, resetsAt: budget.resetsAt - by })
    }
  }
}
