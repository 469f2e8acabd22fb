import type { CallUse } from '../networks/network-limits.ts'

/** One budget of a network as it was told last. */
export interface Budget {
  readonly max: number
  readonly remaining: number
  /** ms since the epoch; from then on it is full again. */
  readonly resetsAt: number
  /** The kinds of call that draw on it, as seen so far. */
  readonly uses: readonly CallUse[]
}

/** So many calls at most go with one thing that is sent: what it answers, the sending, a look when the answer was lost. Images are counted apart. */
const callsPerSend = 4
const uploadsPerSend = 4
/** A look at an inbox takes so many calls. */
const callsPerPoll = 6
/** This share of a budget that sending draws on is not for looking. */
const reservedShare = 0.2
/** However much waits: a share of the budget stays for looking, or nobody would hear of answers. */
const mostReserved = 0.8

/** Until when calls of this kind are not wanted: a budget they draw on is used up. null: they may be made. */
export function heldUntil(budgets: readonly Budget[], use: CallUse, now: number): number | null {
  const empty = budgets.filter((budget) => budget.uses.includes(use) && budget.remaining <= 0 && budget.resetsAt > now)
  return empty.length === 0 ? null : Math.max(...empty.map(({ resetsAt }) => resetsAt))
}

export interface SendFacts {
  readonly budgets: readonly Budget[]
  readonly uses: readonly CallUse[]
  readonly now: number
  /** How many things want to leave before the budgets are full again, this one among them. */
  readonly waiting: number
  /** When the last one left; null when that is not known. */
  readonly lastSentAt: number | null
}

/**
 * When the next thing may leave, ms since the epoch; `now` or earlier: at once. As long as all that waits fits into what is left, nothing is held up. When
 * it does not, what is left is spread over the time until the budget is full again, so that the last of it is never gone at once.
 */
export function sendAt({ budgets, uses, now, waiting, lastSentAt }: SendFacts): number {
  const drawnOn = budgets.filter((budget) => budget.resetsAt > now && budget.uses.some((use) => uses.includes(use)))
  return Math.max(now, ...drawnOn.map((budget) => turnOf(budget, { now, waiting, lastSentAt })))
}

function turnOf(budget: Budget, { now, waiting, lastSentAt }: Pick<SendFacts, 'now' | 'waiting' | 'lastSentAt'>): number {
  const cost = budget.uses.includes('write') || budget.uses.includes('read') ? callsPerSend : uploadsPerSend
  const affordable = Math.floor(budget.remaining / cost)
  if (affordable < 1) return budget.resetsAt
  if (waiting <= affordable || lastSentAt === null) return now
  return Math.ceil(lastSentAt + (budget.resetsAt - now) / affordable)
}

/**
 * When an inbox may be looked at again. Looking yields to sending: of a budget that both draw on, a share is kept, and as much as what is soon due will
 * need.
 */
export function pollAt(budgets: readonly Budget[], { now, dueSoon }: { readonly now: number; readonly dueSoon: number }): number {
  const short = budgets.filter((budget) => budget.resetsAt > now && budget.uses.includes('read') && budget.remaining - callsPerPoll < reserveOf(budget, dueSoon))
  return Math.max(now, ...short.map(({ resetsAt }) => resetsAt))
}

function reserveOf({ max, uses }: Budget, dueSoon: number): number {
  if (!uses.includes('write')) return 0
  return Math.min(Math.max(max * reservedShare, dueSoon * callsPerSend), max * mostReserved)
}
