import type { Account } from '../../shared/accounts/account.ts'
import { studioError } from '../../shared/errors/studio-error.ts'
import type { ReadLimits } from '../../electron/engine/networks/network-reading.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'

/** A network's budget that each send costs something of, told with the answer. */
export interface ScriptedBudget {
  spend(session: AccountSession): void
  /** From now on this is what is left; null: nothing is told any more. */
  tell(budget: { readonly max: number; readonly remaining: number; readonly resetsAt: number } | null): void
  /** The least that was ever left of it. */
  lowest(): number
}

/** As many calls as the most careful guess of the studio. */
const costOfSend = 4

export function createScriptedBudget(): ScriptedBudget {
  let budget: Parameters<ScriptedBudget['tell']>[0] = null
  let lowest = Number.POSITIVE_INFINITY
  return {
    spend({ limits }) {
      if (budget === null) return
      budget = { ...budget, remaining: budget.remaining - costOfSend }
      lowest = Math.min(lowest, budget.remaining)
      limits?.note('write', [{ scope: 'account', bucket: String(budget.max), ...budget, remaining: Math.max(0, budget.remaining) }], null)
    },
    tell(next) {
      budget = next
    },
    lowest: () => lowest
  }
}

/** What the server takes of a post by now. Until somebody says so, it does not tell. */
export interface ScriptedLimits {
  say(limits: Partial<Account['serverLimits']>): void
  readonly read: ReadLimits
}

export function createScriptedLimits(): ScriptedLimits {
  let limits: Account['serverLimits'] | null = null
  return {
    say: (next) => void (limits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null, ...next }),
    read: () => Promise.resolve(limits === null ? { ok: false, failure: { kind: 'server_error', error: studioError('server_error', 'it does not tell', { retryable: true }) } } : { ok: true, value: limits })
  }
}
